import { unwrap } from '@pactdesk/domain/kernel/result'
import * as incident from '@pactdesk/domain/service-support/incident/index'
import * as routes from '@pactdesk/domain/service-support/incident/routes'
import { handle } from '../../http/api.ts'
import { answerTicket, commandTicket, policyFor, visibleTicket } from './answer.ts'
import { matrixOf } from './matrix.ts'
import { keepText } from './texts.ts'

const startTicket = handle(routes.startTicket, call =>
  commandTicket(call, ticket => incident.startTicket(ticket, call.env, call.body)),
)

const waitTicket = handle(routes.waitTicket, call =>
  commandTicket(call, (ticket, policy) => incident.wait(ticket, call.body, call.env, policy)),
)

const contestPause = handle(routes.contestPause, call =>
  commandTicket(call, ticket => incident.contestPause(ticket, call.body.text, call.env)),
)

const decidePause = handle(routes.decidePause, call =>
  commandTicket(call, (ticket, policy) => incident.decidePause(ticket, call.body, call.env, policy)),
)

const resumeTicket = handle(routes.resumeTicket, call =>
  commandTicket(call, (ticket, policy) => incident.resume(ticket, call.env, policy, call.body)),
)

const resolveTicket = handle(routes.resolveTicket, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await visibleTicket(ctx, uow, params)
  const { restoredAt } = body
  const solution = body.solution ? keepText(uow, loaded, body.solution) : undefined
  const input = { ...(restoredAt && { restoredAt }), ...(solution && { solution }) }
  const events = incident.resolve(loaded.state, input, env, await policyFor(uow, loaded.state))
  return answerTicket(ctx, uow, uow.append(loaded, unwrap(events)), etag)
})

const confirmTicket = handle(routes.confirmTicket, call =>
  commandTicket(call, (ticket, policy) => incident.confirm(ticket, call.env, policy)),
)

const closeTicket = handle(routes.closeTicket, call =>
  commandTicket(call, (ticket, policy) => incident.close(ticket, { how: 'by-desk', ...call.body }, call.env, policy)),
)

const withdrawTicket = handle(routes.withdrawTicket, call =>
  commandTicket(call, (ticket, policy) => incident.close(ticket, { how: 'withdrawn', ...call.body }, call.env, policy)),
)

const reopenTicket = handle(routes.reopenTicket, call =>
  commandTicket(call, (ticket, policy) => incident.reopen(ticket, call.body, call.env, policy)),
)

const assignTicket = handle(routes.assignTicket, call =>
  commandTicket(call, ticket => incident.assign(ticket, call.body, call.env)),
)

const setTicketPriority = handle(routes.setTicketPriority, async call => {
  const matrix = await matrixOf(call.uow)
  return commandTicket(call, (ticket, policy) => incident.setPriority(ticket, { ...call.body, matrix }, call.env, policy))
})

const setTicketLabels = handle(routes.setTicketLabels, call =>
  commandTicket(call, ticket => incident.setLabels(ticket, call.body.labels, call.env)),
)

export const progressHandlers = [
  startTicket,
  waitTicket,
  contestPause,
  decidePause,
  resumeTicket,
  resolveTicket,
  confirmTicket,
  closeTicket,
  withdrawTicket,
  reopenTicket,
  assignTicket,
  setTicketPriority,
  setTicketLabels,
]
