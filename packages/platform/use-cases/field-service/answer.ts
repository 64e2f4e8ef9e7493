import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { DomainFailure } from '@pactdesk/domain/kernel/result'
import {
  type Visit,
  type VisitEvent,
  visitAggregate,
  visitReaders,
  visitView,
} from '@pactdesk/domain/outsourcing/field-service/index'
import { maySee, ticketAggregate } from '@pactdesk/domain/service-support/incident/index'
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

const decides = (ctx: TenantContext): boolean => ctx.roles.some(role => (visitReaders as readonly string[]).includes(role))

/** A client-user sees a visit that serves an own ticket; deciders see all of the company. */
export async function assertMaySee(ctx: TenantContext, uow: UnitOfWork, { state, ref }: LoadedVisit): Promise<void> {
  if (ctx.kind !== 'client' || decides(ctx)) return
  for (const id of state.tickets) if (await isOwn(ctx, uow, state.client, id)) return
  throw new DomainFailure({ code: 'field-service.not-found', kind: 'not-found', detail: `visit ${ref.id} is not here` })
}

/** A client-user lists the visits of an own ticket, which it has to name; deciders list those of the company. */
export async function assertMayList(
  ctx: TenantContext,
  uow: UnitOfWork,
  client: string,
  ticket: string | undefined,
): Promise<void> {
  if (ctx.kind !== 'client' || decides(ctx)) return
  if (ticket === undefined)
    throw new DomainFailure({ code: 'field-service.ticket-needed', kind: 'forbidden', detail: 'name one of your own tickets' })
  if (await isOwn(ctx, uow, client, ticket)) return
  throw new DomainFailure({ code: 'incident.not-found', kind: 'not-found', detail: `ticket ${ticket} is not here` })
}

async function isOwn(ctx: TenantContext, uow: UnitOfWork, client: string, id: string): Promise<boolean> {
  const ticket = await uow.find(ticketAggregate, { client, id })
  return ticket !== undefined && maySee(ctx, ticket.state)
}
