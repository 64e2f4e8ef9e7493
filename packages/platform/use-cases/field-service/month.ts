import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import { datesOfMonth, type LocalDate, localDateOf, Month } from '@pactdesk/domain/kernel/time'
import { coveredDevices } from '@pactdesk/domain/outsourcing/contract/index'
import {
  leftOver,
  type MonthMaintenance,
  maintenanceOfMonth,
  planVisit,
  recordChecks,
  type Visit,
  type VisitDevice,
  type VisitRow,
  visitAggregate,
  workRemotely,
} from '@pactdesk/domain/outsourcing/field-service/index'
import * as routes from '@pactdesk/domain/outsourcing/field-service/routes'
import { servedIn } from '@pactdesk/domain/service-support/configuration/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import { deviceRows } from '../configuration/index.ts'
import { contractsInForce, termsOfVersion } from '../contract/register.ts'
import { answer, subjectVisit } from './answer.ts'
import { deliver } from './deliver.ts'
import { technicianFor } from './technicians.ts'
import { entriesOf } from './work.ts'

/** The maintenance visits of a month, each read strongly. */
export async function visitsOfMonth(uow: UnitOfWork, client: string, month: string): Promise<Visit[]> {
  const query = { index: 'gsi2', client, part: 'VIS', from: `${month}-01`, to: `${month}-31~` } as const
  const rows = (await queryAll(uow.database, uow.ctx, query)).map(item => item.row as VisitRow)
  return Promise.all(rows.map(async ({ id }) => (await uow.load(visitAggregate, { client, id })).state))
}

/** What was due and what was done: R18. Due are covered devices in service in the part of the month that a contract covers. */
export async function maintenanceOf(uow: UnitOfWork, client: string, month: string): Promise<MonthMaintenance> {
  const devices = (await deviceRows(uow, client)).filter(device => !device.standby)
  const due = new Set<string>()
  for (const { contract, version, term } of await contractsInForce(uow, client)) {
    const terms = await termsOfVersion(uow, client, { contract, version })
    const dates = datesOfMonth(month)
    const [from, to] = [later(dates.from, term.from), earlier(dates.to, term.to)]
    if (from < to) for (const { id } of servedIn(coveredDevices(terms, devices), { from, to })) due.add(id)
  }
  return maintenanceOfMonth(month, [...due].sort(), await visitsOfMonth(uow, client, month))
}
const later = (a: LocalDate, b: LocalDate) => (a < b ? b : a)
const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b)

const getMaintenance = handle(routes.getMaintenance, async ({ uow, params: { client, month } }) => {
  if (!Month.safeParse(month).success) throw noMonth(month)
  return maintenanceOf(uow, client, month)
})

/** Another visit for what one has left over, or the same told afterwards as remote work. */
const makeUpVisit = handle(routes.makeUpVisit, async ({ ctx, uow, env, params, body, etag }) => {
  const { client } = params
  const { state: visit } = await subjectVisit(uow, params)
  const devices = await stillOpen(uow, visit)
  const technician = (await technicianFor(uow, client, body.technician)) ?? visit.technician!
  const id = env.newId()
  const date = body.mode === 'on-site' ? body.date : localDateOf(body.from, visit.zone)
  if (visit.month !== undefined && !date.startsWith(visit.month)) throw outsideMonth(visit.month, date)
  const order = {
    kind: 'make-up' as const,
    mode: body.mode,
    site: visit.site,
    zone: visit.zone,
    date,
    makeUpOf: visit.id,
    ...(visit.month && { month: visit.month }),
    ...(visit.contract && { contract: visit.contract }),
    tickets: [],
    tasks: visit.tasks.filter(task => task.per === 'device'),
    devices,
    provisional: false,
  }
  const window = body.mode === 'on-site' && body.window ? { window: body.window } : {}
  const planned = unwrap(planVisit({ visit: id, client }, order, { technician, ...window }))
  const created = uow.create(visitAggregate, { client, id }, planned)
  if (body.mode === 'on-site') return answer(ctx, uow, created, etag)
  const done = { devices: 'all' as const, tasks: 'all' as const, check: { result: 'done' as const } }
  const checked = uow.append(created, unwrap(recordChecks(created.state, [done, ...entriesOf(uow, created, body.entries)])))
  const finished = uow.append(checked, unwrap(workRemotely(checked.state, body.from, body.to, env)), body.to)
  await deliver(uow, finished.state)
  return answer(ctx, uow, finished, etag)
})

/** Left over by the visit, and neither made up since nor waiting for a make-up that is planned. */
async function stillOpen(uow: UnitOfWork, visit: Visit): Promise<VisitDevice[]> {
  const others = visit.month === undefined ? [] : await visitsOfMonth(uow, visit.client, visit.month)
  const taken = new Set(
    others
      .filter(other => other.makeUpOf === visit.id && other.status !== 'cancelled')
      .flatMap(other => {
        const again = leftOver(other).map(({ id }) => id)
        return other.devices.map(({ id }) => id).filter(id => !again.includes(id))
      }),
  )
  const open = leftOver(visit).filter(({ id }) => !taken.has(id))
  if (open.length > 0) return open
  const detail = `visit ${visit.id} leaves nothing to make up`
  throw new DomainFailure({ code: 'field-service.nothing-to-make-up', kind: 'conflict', detail })
}

const noMonth = (month: string) =>
  new DomainFailure({ code: 'field-service.no-month', kind: 'not-found', detail: `${month.slice(0, 20)} is no month` })
const outsideMonth = (month: string, date: string) =>
  new DomainFailure({
    code: 'field-service.outside-month',
    kind: 'invalid',
    detail: `the maintenance of ${month} is made up within it, not on ${date}`,
    params: { month, date },
  })

export const monthHandlers = [getMaintenance, makeUpVisit]
