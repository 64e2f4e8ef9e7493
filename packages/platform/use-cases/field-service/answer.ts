import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { type Visit, type VisitEvent, visitAggregate, visitView } from '@pactdesk/domain/outsourcing/field-service/index'
import { ticketAggregate } from '@pactdesk/domain/service-support/incident/index'
import type { Loaded, UnitOfWork } from '../../run/unit-of-work.ts'
import { notesOf } from './notes.ts'

export type LoadedVisit = Loaded<Visit, VisitEvent>

/** The visit a command is about, under If-Match. */
export const subjectVisit = (uow: UnitOfWork, { client, visit }: { client: string; visit: string }): Promise<LoadedVisit> =>
  uow.subject(visitAggregate, { client, id: visit })

/** The visit as the caller may see it, with what was written on it. */
export async function answer(ctx: TenantContext, uow: UnitOfWork, loaded: LoadedVisit, etag: (version: number) => void) {
  etag(loaded.version)
  return visitView(ctx, loaded.state, await notesOf(uow, loaded))
}

/** A client-user sees a visit that serves an own ticket; deciders see all of the company. */
export async function assertMaySee(ctx: TenantContext, uow: UnitOfWork, { state, ref }: LoadedVisit): Promise<void> {
  if (ctx.kind !== 'client' || ctx.roles.some(role => role === 'client-approver' || role === 'client-owner')) return
  for (const id of state.tickets) {
    const ticket = await uow.find(ticketAggregate, { client: state.client, id })
    if (ticket && ctx.contact !== undefined && ticket.state.requester.contact === ctx.contact) return
  }
  throw new DomainFailure({ code: 'field-service.not-found', kind: 'not-found', detail: `visit ${ref.id} is not here` })
}
