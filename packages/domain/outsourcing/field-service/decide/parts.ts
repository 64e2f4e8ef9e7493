import { conflict, invalid, notFound, ok, type Result } from '../../../kernel/result.ts'
import { checkPartCost } from '../../metering/index.ts'
import { type VisitEvent, visitEvents } from '../events.ts'
import type { NoteRef } from '../task.ts'
import type { Part, Visit } from '../visit.ts'
import { allowed } from './facts.ts'
import { identity } from './plan.ts'

/** Cost and receipt may follow: the technician has the part in hand, finance the paper. Monitors are repaired by quote only. */
export function addPart(visit: Visit, part: Part): Result<VisitEvent[]> {
  const state = allowed(visit, 'add-part', 'on-site', 'finished')
  if (!state.ok) return state
  if (visit.parts.length >= 40) return conflict('field-service.parts', 'a visit holds 40 parts')
  if (part.ticket && !visit.tickets.includes(part.ticket)) {
    return invalid('field-service.ticket-unknown', `${part.ticket} is no ticket of this visit`, { ticket: part.ticket })
  }
  return refusedCost(part.quantity, part.unitCost) ?? ok([visitEvents.partAdded.of({ ...identity(visit), part })])
}

/** Adds what was missing: what is there already is not replaced, a wrong part is removed and added anew. */
export function completePart(
  visit: Visit,
  id: string,
  facts: Pick<Part, 'unitCost' | 'supplier' | 'receipt'>,
): Result<VisitEvent[]> {
  const part = visit.parts.find(known => known.id === id)
  if (!part) return notFound('field-service.no-part', `part ${id} is not on this visit`)
  const twice = (['unitCost', 'supplier', 'receipt'] as const).find(fact => part[fact] && facts[fact])
  if (twice) return conflict('field-service.part-complete', `${part.name} has a ${twice} already`, { fact: twice })
  return (
    refusedCost(part.quantity, facts.unitCost) ?? ok([visitEvents.partCompleted.of({ ...identity(visit), part: id, ...facts })])
  )
}

export function removePart(visit: Visit, id: string, note: NoteRef): Result<VisitEvent[]> {
  const part = visit.parts.find(known => known.id === id)
  if (!part) return notFound('field-service.no-part', `part ${id} is not on this visit`)
  if (visit.status !== 'on-site') {
    return conflict('field-service.over', `visit ${visit.id} is ${visit.status}: finance writes a wrong part off`)
  }
  return ok([visitEvents.partRemoved.of({ ...identity(visit), part: id, note })])
}

function refusedCost(quantity: number, unitCost: Part['unitCost']): Result<never> | undefined {
  const checked = checkPartCost(quantity, unitCost)
  return checked.ok ? undefined : checked
}
