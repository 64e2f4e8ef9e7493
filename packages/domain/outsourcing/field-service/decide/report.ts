import type { Env } from '../../../kernel/aggregate.ts'
import type { FileRef } from '../../../kernel/ids.ts'
import { conflict, ok, type Result } from '../../../kernel/result.ts'
import { type VisitEvent, visitEvents } from '../events.ts'
import type { NoteRef } from '../task.ts'
import { type Absence, reportDue, type Visit, type VisitSignature } from '../visit.ts'
import { allowed, happened } from './facts.ts'
import { proven } from './journey.ts'
import { identity } from './plan.ts'

/** The client signs the report: on the spot, or later in the portal, also after it was left unsigned. */
export function sign(visit: Visit, signature: VisitSignature, env: Env): Result<VisitEvent[]> {
  const state = allowed(visit, 'sign', 'finished', 'unsigned')
  if (!state.ok) return state
  const then = happened('signature', signature.at, env.now, { what: 'end', at: state.value.finishedAt })
  if (!then.ok) return then
  return ok([visitEvents.signed.of({ ...identity(visit), signature })])
}

/** Nobody signed; why, and for an absent client the photo. The month stays open until it is signed or accepted. */
export function leaveUnsigned(visit: Visit, absence: Omit<Absence, 'at'>, env: Env): Result<VisitEvent[]> {
  const state = allowed(visit, 'leave-unsigned', 'finished')
  if (!state.ok) return state
  const proof = proven(absence)
  if (!proof.ok) return proof
  return ok([visitEvents.leftUnsigned.of({ ...identity(visit), absence: { ...absence, at: env.now } })])
}

/** A service manager answers for a report without signature, with a reason. */
export function acceptUnsigned(visit: Visit, note: NoteRef, env: Env): Result<VisitEvent[]> {
  const state = allowed(visit, 'accept-unsigned', 'unsigned')
  if (!state.ok) return state
  if (state.value.accepted) return conflict('field-service.accepted', `visit ${visit.id} was accepted without signature already`)
  return ok([visitEvents.unsignedAccepted.of({ ...identity(visit), by: env.actor, note, at: env.now })])
}

/** Keeps the service report of a visit that was signed or accepted, once; a report of what has changed since is not kept. */
export const storeReport = (visit: Visit, report: FileRef): VisitEvent[] =>
  reportDue(visit) && !visit.report ? [visitEvents.reportStored.of({ ...identity(visit), report })] : []
