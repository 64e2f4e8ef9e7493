import { unwrap } from '@pactdesk/domain/kernel/result'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import { coveredDevices } from '@pactdesk/domain/outsourcing/contract/index'
import {
  arrive as decideArrive,
  begin as decideBegin,
  finish as decideFinish,
  reportNoAccess as decideNoAccess,
  workRemotely as decideRemote,
  startTravel as decideTravel,
  type Visit,
  type VisitDevice,
} from '@pactdesk/domain/outsourcing/field-service/index'
import * as routes from '@pactdesk/domain/outsourcing/field-service/routes'
import { inServiceOn } from '@pactdesk/domain/service-support/configuration/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { deviceRows } from '../configuration/index.ts'
import { termsOfVersion } from '../contract/register.ts'
import { storedFile } from '../tenancy/files.ts'
import { answer, type LoadedVisit, subjectVisit } from './answer.ts'
import { deliver } from './deliver.ts'
import { keepNote } from './notes.ts'
import { arrivedFor } from './ticket-links.ts'

const startTravel = handle(routes.startTravel, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const at = body.at ?? env.now
  const events = unwrap(decideTravel(loaded.state, at, keepNote(uow, loaded, body.start), env))
  return answer(ctx, uow, uow.append(loaded, events, at), etag)
})

const arriveAtVisit = handle(routes.arriveAtVisit, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const at = body.at ?? env.now
  const arriving =
    body.how === 'button'
      ? { how: body.how, at, position: body.position }
      : { how: body.how, at, place: keepNote(uow, loaded, body.place)!, reason: keepNote(uow, loaded, body.reason)! }
  const devices = await devicesOnTheDay(uow, loaded.state, at)
  const arrived = uow.append(loaded, unwrap(decideArrive(loaded.state, arriving, devices, env)), at)
  return answer(ctx, uow, body.begin ? await beginAt(uow, arrived, at) : arrived, etag)
})

const beginVisit = handle(routes.beginVisit, async ({ ctx, uow, env, params, body, etag }) =>
  answer(ctx, uow, await beginAt(uow, await subjectVisit(uow, params), body.at ?? env.now), etag),
)

/** The visit's fact and the end of its tickets' arrival clocks are one commit: neither is ever true without the other. */
async function beginAt(uow: UnitOfWork, loaded: LoadedVisit, at: string): Promise<LoadedVisit> {
  const begun = uow.append(loaded, unwrap(decideBegin(loaded.state, at, uow.env)), at)
  await arrivedFor(uow, begun.state.client, begun.state.tickets, at)
  return begun
}

const finishVisit = handle(routes.finishVisit, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const at = body.at ?? env.now
  const finished = uow.append(loaded, unwrap(decideFinish(loaded.state, at, body.split, env)), at)
  await deliver(uow, finished.state)
  return answer(ctx, uow, finished, etag)
})

const workRemotely = handle(routes.workRemotely, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const finished = uow.append(loaded, unwrap(decideRemote(loaded.state, body.from, body.to, env)), body.to)
  await deliver(uow, finished.state)
  return answer(ctx, uow, finished, etag)
})

const reportNoAccess = handle(routes.reportNoAccess, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const at = body.at ?? env.now
  const photo = body.photo === undefined ? undefined : await storedFile(uow, params.client, body.photo, 'visit-photo')
  const absence = { reason: body.reason, note: keepNote(uow, loaded, body.note)!, ...(photo && { photo }) }
  const closed = uow.append(loaded, unwrap(decideNoAccess(loaded.state, absence, at, env)), at)
  await deliver(uow, closed.state)
  return answer(ctx, uow, closed, etag)
})

/** A checklist planned weeks ago names what stands there now: the covered devices of the site in service on the day. */
async function devicesOnTheDay(uow: UnitOfWork, visit: Visit, at: string): Promise<VisitDevice[] | undefined> {
  if (visit.kind !== 'planned' || !visit.contract) return undefined
  const terms = await termsOfVersion(uow, visit.client, { contract: visit.contract.id, version: visit.contract.version })
  const day = localDateOf(at, visit.zone)
  const here = (await deviceRows(uow, visit.client)).filter(device => device.site === visit.site && inServiceOn(device, day))
  return coveredDevices(terms, here).map(({ id, name, class: kind }) => ({ id, name, class: kind }))
}

export const journeyHandlers = [startTravel, arriveAtVisit, beginVisit, finishVisit, workRemotely, reportNoAccess]
