import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import {
  addPart,
  type Check,
  type CheckEntry,
  completePart,
  type Part,
  recordChecks,
  removePart,
  type Visit,
} from '@pactdesk/domain/outsourcing/field-service/index'
import type { CheckInput } from '@pactdesk/domain/outsourcing/field-service/inputs'
import * as routes from '@pactdesk/domain/outsourcing/field-service/routes'
import { deviceAggregate } from '@pactdesk/domain/service-support/configuration/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { storedFile } from '../tenancy/files.ts'
import { answer, subjectVisit } from './answer.ts'
import { deliverPart, rejudgePart, writeOffPart } from './deliver.ts'
import { keepNote } from './notes.ts'

/** Entries with their notes kept as bodies of the visit. */
export const entriesOf = (uow: UnitOfWork, visit: { pk: string }, inputs: readonly CheckInput[]): CheckEntry[] =>
  inputs.map(input => {
    const note = keepNote(uow, visit, input.note)
    const result = input.result === 'not-done' ? { result: input.result, reason: input.reason } : { result: input.result }
    return { devices: input.devices, tasks: input.tasks, check: { ...result, ...(note && { note }) } as Check }
  })

const checkVisit = handle(routes.checkVisit, async ({ ctx, uow, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const events = unwrap(recordChecks(loaded.state, entriesOf(uow, loaded, body.entries)))
  return answer(ctx, uow, uow.append(loaded, events), etag)
})

/** A part's id is the version it was added to: no two on a visit, and none of a removed one again. */
const addVisitPart = handle(routes.addVisitPart, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const { at, receipt, device, ...facts } = body
  const stands = device === undefined ? undefined : await uow.load(deviceAggregate, { client: params.client, id: device })
  const file = receipt === undefined ? undefined : await storedFile(uow, params.client, receipt, 'receipt')
  const part: Part = {
    ...facts,
    id: `p${loaded.version}`,
    ...(file && { receipt: file }),
    ...(stands && { device: stands.ref.id, deviceClass: stands.state.class }),
    addedAt: at ?? env.now,
    by: { id: env.actor.id, name: env.actor.name },
  }
  assertPast(part.addedAt, env.now)
  const added = uow.append(loaded, unwrap(addPart(loaded.state, part)), part.addedAt)
  await deliverPart(uow, added.state, part)
  return answer(ctx, uow, added, etag)
})

const completeVisitPart = handle(routes.completeVisitPart, async ({ ctx, uow, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const { receipt, ...facts } = body
  const file = receipt === undefined ? undefined : await storedFile(uow, params.client, receipt, 'receipt')
  const events = unwrap(completePart(loaded.state, params.part, { ...facts, ...(file && { receipt: file }) }))
  const completed = uow.append(loaded, events)
  await rejudgePart(uow, completed.state, partOf(completed.state, params.part))
  return answer(ctx, uow, completed, etag)
})

const removeVisitPart = handle(routes.removeVisitPart, async ({ ctx, uow, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const events = unwrap(removePart(loaded.state, params.part, keepNote(uow, loaded, body.note)!))
  await writeOffPart(uow, loaded.state, partOf(loaded.state, params.part), body.note)
  return answer(ctx, uow, uow.append(loaded, events), etag)
})

const partOf = (visit: Visit, id: string): Part => visit.parts.find(part => part.id === id)!

function assertPast(at: string, now: string): void {
  if (at <= now) return
  throw new DomainFailure({ code: 'field-service.future', kind: 'invalid', detail: `a part fitted at ${at} lies in the future` })
}

export const workHandlers = [checkVisit, addVisitPart, completeVisitPart, removeVisitPart]
