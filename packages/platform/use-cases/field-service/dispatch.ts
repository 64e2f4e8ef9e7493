import { unwrap } from '@pactdesk/domain/kernel/result'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import {
  cancelVisit as decideCancel,
  joinTicket as decideJoin,
  moveVisit as decideMove,
  scheduleVisit as decideSchedule,
  planVisit,
  visitAggregate,
} from '@pactdesk/domain/outsourcing/field-service/index'
import * as routes from '@pactdesk/domain/outsourcing/field-service/routes'
import { siteAggregate } from '@pactdesk/domain/tenancy/index'
import { handle } from '../../http/api.ts'
import { answer, subjectVisit } from './answer.ts'
import { dayOf } from './calendar.ts'
import { keepNote } from './notes.ts'
import { technicianFor, technicianOf } from './technicians.ts'
import { askedToCome, assertOpen, loadTickets } from './ticket-links.ts'

/** Sends somebody for tickets of one site, today unless another day is agreed; on site this is the request to come. */
const dispatchVisit = handle(routes.dispatchVisit, async ({ ctx, uow, env, params: { client }, body, etag }) => {
  const site = await uow.load(siteAggregate, { client, id: body.site })
  const tickets = await loadTickets(uow, client, body.tickets)
  tickets.forEach(assertOpen)
  const technician = await technicianFor(uow, client, body.technician)
  const { zone } = site.state
  const date = body.date ?? localDateOf(body.window?.from ?? env.now, zone)
  const id = env.newId()
  const order = {
    kind: 'ticket' as const,
    mode: body.mode,
    site: body.site,
    zone,
    date,
    tickets: body.tickets,
    tasks: [],
    devices: [],
    provisional: false,
  }
  const appointment = technician && { technician, ...(body.window && { window: body.window }) }
  const visit = uow.create(visitAggregate, { client, id }, unwrap(planVisit({ visit: id, client }, order, appointment)))
  if (body.mode === 'on-site') await askedToCome(uow, tickets)
  return answer(ctx, uow, visit, etag)
})

const scheduleVisit = handle(routes.scheduleVisit, async ({ ctx, uow, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const technician = await technicianOf(uow, params.client, body.technician)
  const { workingDay } = await dayOf(uow, loaded.state, body.date)
  const { date, window } = body
  const events = unwrap(decideSchedule(loaded.state, { technician, date, ...(window && { window }) }, workingDay))
  return answer(ctx, uow, uow.append(loaded, events), etag)
})

const moveVisit = handle(routes.moveVisit, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const { date, window, asked } = body
  const note = keepNote(uow, loaded, body.note)!
  const to = { date, asked, note, ...(window && { window }) }
  const events = unwrap(decideMove(loaded.state, to, await dayOf(uow, loaded.state, date), env))
  return answer(ctx, uow, uow.append(loaded, events), etag)
})

const cancelVisit = handle(routes.cancelVisit, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const note = keepNote(uow, loaded, body.note)!
  return answer(ctx, uow, uow.append(loaded, unwrap(decideCancel(loaded.state, { asked: body.asked, note }, env))), etag)
})

const joinTicket = handle(routes.joinTicket, async ({ ctx, uow, params, body, etag }) => {
  const loaded = await subjectVisit(uow, params)
  const tickets = await loadTickets(uow, params.client, [body.ticket])
  tickets.forEach(assertOpen)
  const visit = uow.append(loaded, unwrap(decideJoin(loaded.state, body.ticket)))
  if (visit.state.mode === 'on-site') await askedToCome(uow, tickets)
  return answer(ctx, uow, visit, etag)
})

export const dispatchHandlers = [dispatchVisit, scheduleVisit, moveVisit, cancelVisit, joinTicket]
