import { lastDayOfMonth, monthOf } from '@pactdesk/domain/kernel/time'
import * as routes from '@pactdesk/domain/outsourcing/field-service/routes'
import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/source-item'
import type { Visit } from '../file.ts'
import { hourOf } from '../local-time.ts'
import type { Step } from '../timeline.ts'
import { visitParams, type World } from '../world.ts'
import { finishAndSign } from './visit-end.ts'
import { nameNewWork } from './work-names.ts'

type Between = [string, string]

/** A maintenance visit: the one the contract's plan made, or what makes up for the devices it left. */
export function visitSteps(visit: Visit, zone: string, plannedFrom: string): Step[] {
  const { id, kind, date, remote, travel, onsite } = visit
  const at = (hour: string) => hourOf(date, hour, zone)
  if (kind === 'make-up-remote') {
    const [from, to] = required(remote, `${id} has no remote times`)
    return [{ at: at(to), what: `${id}: made up remotely`, run: world => makeUpRemotely(world, visit, at(from), at(to)) }]
  }
  const [opens, closes] = required(onsite, `${id} has no times on site`)
  const window = { from: at(opens), to: at(closes) }
  const makeUp = kind === 'make-up-onsite'
  return [
    makeUp
      ? { at: at(travel?.[0] ?? opens), what: `${id}: made up on site`, run: world => orderMakeUp(world, visit, window) }
      : { at: plannedFrom, what: `${id}: date agreed`, run: world => schedule(world, visit, window) },
    ...(travel
      ? [{ at: at(travel[0]), what: `${id}: sets off`, run: (world: World) => setOff(world, visit, at(travel[0])) }]
      : []),
    { at: window.from, what: `${id}: arrives`, run: world => arrive(world, visit, window.from) },
    { at: window.to, what: `${id}: visit ends`, run: world => leave(world, visit, window.to) },
  ]
}

const required = (hours: Between | undefined, problem: string): Between => {
  if (!hours) throw new Error(problem)
  return hours
}

/** Finds the month's visit that the contract has planned for the site and names technician, day and window. */
async function schedule({ as, names }: World, { id, date, site }: Visit, window: { from: string; to: string }): Promise<void> {
  const { client, technician } = names
  const month = monthOf(date)
  const query = { from: `${month}-01`, to: lastDayOfMonth(month), limit: 200 }
  const { items } = (await as.desk.call(routes.listClientVisits, { params: { client }, query })).value
  const taken = new Set(names.visits.values())
  const planned = items.find(visit => visit.kind === 'planned' && visit.site === site && !taken.has(visit.id))
  if (!planned) throw new Error(`the contract has planned no visit of ${month} to ${site}`)
  names.visits.set(id, planned.id)
  const params = { client, visit: planned.id }
  await as.desk.call(routes.scheduleVisit, { params, body: { technician, date, window } })
}

async function setOff(world: World, visit: Visit, at: string): Promise<void> {
  await world.as.technician.call(routes.startTravel, { params: visitParams(world, visit), body: { at } })
}

async function arrive(world: World, visit: Visit, at: string): Promise<void> {
  const body = { how: 'typed' as const, at, place: visit.site, reason: 'no position of the phone', begin: true }
  await world.as.technician.call(routes.arriveAtVisit, { params: visitParams(world, visit), body })
}

/** Everything is done except on the devices that were not there; then the visit ends. */
async function leave(world: World, visit: Visit, at: string): Promise<void> {
  const params = visitParams(world, visit)
  const done = { result: 'done' as const, devices: 'all' as const, tasks: 'all' as const }
  await world.as.technician.call(routes.checkVisit, { params, body: { entries: [done, ...notDone(visit)] } })
  await finishAndSign(world, params, at)
  const names = { travel: `${visit.id}-travel`, 'maintenance-onsite': `${visit.id}-onsite` }
  await nameNewWork(world, names, ofVisit(params.visit))
}

const ofVisit = (id: string) => (item: SourceItem) => item.visit === id

/** A make-up that says only how many devices it did leaves the others to the next. */
const leavingOver = (visit: Visit, devices: readonly string[]): Visit =>
  visit.devicesDone === undefined || visit.devicesNotDone.length > 0
    ? visit
    : { ...visit, devicesNotDone: devices.slice(visit.devicesDone) }

const notDone = ({ devicesNotDone: devices }: Visit) =>
  devices.length > 0 ? [{ result: 'not-done' as const, reason: 'not-reached' as const, devices, tasks: 'all' as const }] : []

/** The latest visit to the site that has left devices over, and which. */
async function leftBy(world: World, { id, site }: Visit): Promise<{ visit: string; devices: string[] }> {
  for (const before of world.inputs.visits.toReversed()) {
    if (before.id === id || before.site !== site || !world.names.visits.has(before.id)) continue
    const params = visitParams(world, before)
    const { toMakeUp } = (await world.as.technician.call(routes.getVisit, { params })).value
    if (toMakeUp.length > 0) return { visit: params.visit, devices: toMakeUp.map(device => device.id) }
  }
  throw new Error(`no visit to ${site} has left anything to make up`)
}

async function makeUpRemotely(world: World, visit: Visit, from: string, to: string): Promise<void> {
  const left = await leftBy(world, visit)
  const params = { client: world.names.client, visit: left.visit }
  const body = { mode: 'remote' as const, from, to, entries: notDone(leavingOver(visit, left.devices)) }
  const made = (await world.as.technician.call(routes.makeUpVisit, { params, body })).value
  world.names.visits.set(visit.id, made.id)
  await nameNewWork(world, { 'maintenance-remote': `${visit.id}-remote` }, ofVisit(made.id))
}

async function orderMakeUp(world: World, visit: Visit, window: { from: string; to: string }): Promise<void> {
  const params = { client: world.names.client, visit: (await leftBy(world, visit)).visit }
  const { technician } = world.names
  const body = { mode: 'on-site' as const, date: visit.date, window, technician }
  world.names.visits.set(visit.id, (await world.as.technician.call(routes.makeUpVisit, { params, body })).value.id)
}
