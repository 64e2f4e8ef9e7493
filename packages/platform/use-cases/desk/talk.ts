import { forbidden, unwrap } from '@pactdesk/domain/kernel/result'
import { noteEvents, notesAggregate } from '@pactdesk/domain/service-desk/index'
import { recordDutyBreach as decideDuty, reply, resolve, wait } from '@pactdesk/domain/service-support/incident/index'
import * as routes from '@pactdesk/domain/service-support/incident/routes'
import { handle } from '../../http/api.ts'
import { storedFile } from '../tenancy/files.ts'
import { answerTicket, policyFor, visibleTicket } from './answer.ts'
import { sideOf } from './policy.ts'
import { keepText } from './texts.ts'
import { logWork, rejudgeWork } from './work.ts'

/** Answer, minutes and next state are one commit: none is there without the others. */
const replyToTicket = handle(routes.replyToTicket, async ({ ctx, uow, env, params, body, etag }) => {
  if (ctx.kind === 'client' && (body.work || body.next))
    return unwrap(forbidden('incident.staff-only', 'minutes and the next state are for staff'))
  let ticket = await visibleTicket(ctx, uow, params)
  const policy = await policyFor(uow, ticket.state)
  const words = keepText(uow, ticket, body.text)
  ticket = uow.append(ticket, unwrap(reply(ticket.state, sideOf(ctx), words, env, policy)))
  if (body.work) ticket = await logWork(uow, ticket, body.work)
  const { next } = body
  if (next?.do === 'wait') ticket = uow.append(ticket, unwrap(wait(ticket.state, next, env, policy)))
  if (next?.do === 'resolve') {
    const restored = next.restoredAt ? { restoredAt: next.restoredAt } : {}
    ticket = uow.append(ticket, unwrap(resolve(ticket.state, restored, env, policy)))
  }
  return answerTicket(ctx, uow, ticket, etag)
})

/** A note lies in the internal twin of the ticket: no credentials of a client reach it. Minutes on it are work like any other. */
const addTicketNote = handle(routes.addTicketNote, async ({ ctx, uow, env, params, body, etag }) => {
  let ticket = await visibleTicket(ctx, uow, params)
  const ref = { client: params.client, id: params.ticket }
  const twin = await uow.find(notesAggregate, ref)
  const note = keepText(uow, { pk: uow.key('internal', `T#${params.ticket}`, params.client) }, body.text)
  if (body.work) ticket = await logWork(uow, ticket, body.work)
  const minutes = body.work && ticket.state.work.at(-1)?.minutes
  const event = noteEvents.noteAdded.of({
    client: params.client,
    ticket: params.ticket,
    at: env.now,
    note,
    ...(minutes !== undefined && { minutes }),
  })
  if (twin) uow.append(twin, [event])
  else uow.create(notesAggregate, ref, [event])
  return answerTicket(ctx, uow, ticket, etag)
})

const recordDutyBreach = handle(routes.recordDutyBreach, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await visibleTicket(ctx, uow, params)
  const evidence = await Promise.all(body.evidence.map(id => storedFile(uow, params.client, id, 'evidence', 'ticket-attachment')))
  const note = keepText(uow, loaded, body.note)
  const input = { clause: body.clause, note, evidence, ...(body.at && { at: body.at }) }
  const ticket = uow.append(loaded, unwrap(decideDuty(loaded.state, input, env)))
  await rejudgeWork(uow, ticket.state)
  return answerTicket(ctx, uow, ticket, etag)
})

export const talkHandlers = [replyToTicket, addTicketNote, recordDutyBreach]
