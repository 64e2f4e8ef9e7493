import { conflict, unwrap } from '@pactdesk/domain/kernel/result'
import { contractAggregate, isBinding, registered } from '@pactdesk/domain/outsourcing/contract/index'
import * as incident from '@pactdesk/domain/service-support/incident/index'
import * as routes from '@pactdesk/domain/service-support/incident/routes'
import { handle } from '../../http/api.ts'
import { answerTicket, commandTicket, policyFor, visibleTicket } from './answer.ts'
import { pinnedTerms, policyUnder, sideOf, termsOf } from './policy.ts'
import { rejudgeWork } from './work.ts'

const stateTicketSeverity = handle(routes.stateTicketSeverity, call =>
  commandTicket(call, (ticket, policy) => incident.stateSeverity(ticket, sideOf(call.ctx), call.body, call.env, policy)),
)

const requestOnSite = handle(routes.requestOnSite, call =>
  commandTicket(call, (ticket, policy) => incident.requestOnSite(ticket, call.body, call.env, policy)),
)

const recordTicketArrival = handle(routes.recordTicketArrival, call =>
  commandTicket(call, (ticket, policy) => incident.recordArrival(ticket, call.body.at ?? call.env.now, call.env, policy)),
)

const decideTicketScope = handle(routes.decideTicketScope, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await visibleTicket(ctx, uow, params)
  const events = incident.decideScope(loaded.state, body, env, await policyFor(uow, loaded.state))
  const ticket = uow.append(loaded, unwrap(events))
  await rejudgeWork(uow, ticket.state)
  return answerTicket(ctx, uow, ticket, etag)
})

const chooseTicketContract = handle(routes.chooseTicketContract, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await visibleTicket(ctx, uow, params)
  const { state: chosen } = await uow.load(contractAggregate, { client: params.client, id: body.contract })
  if (!isBinding(chosen)) return unwrap(conflict('incident.contract-not-binding', `contract ${chosen.id} is ${chosen.status}`))
  const { contract, version, number } = registered(chosen)
  const policy = policyUnder(await termsOf(uow, params.client, contract, version), loaded.state.site)
  const scope: incident.ScopeOutcome =
    loaded.state.scope.outcome === 'undecided'
      ? { outcome: 'covered', clause: '2', reason: 'guard.covered', by: incident.who(env), at: env.now }
      : loaded.state.scope
  const pinned = { outcome: 'chosen', contract, version, number, reason: 'chosen-by-hand' } as const
  const ticket = uow.append(loaded, unwrap(incident.chooseContract(loaded.state, { contract: pinned, scope }, env, policy)))
  await rejudgeWork(uow, ticket.state)
  return answerTicket(ctx, uow, ticket, etag)
})

const askTicketQuote = handle(routes.askTicketQuote, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await visibleTicket(ctx, uow, params)
  const [policy, terms] = [await policyFor(uow, loaded.state), await pinnedTerms(uow, params.client, loaded.state.contract)]
  const events = incident.askQuote(loaded.state, { id: env.newId(), ...body }, env, policy, terms?.currency)
  return answerTicket(ctx, uow, uow.append(loaded, unwrap(events)), etag)
})

const answering = (state: 'accepted' | 'declined') =>
  handle(
    state === 'accepted' ? routes.acceptTicketQuote : routes.declineTicketQuote,
    async ({ ctx, uow, env, params, body, etag }) => {
      const loaded = await visibleTicket(ctx, uow, params)
      const input = { quote: params.quote, state, how: body.how, ...(body.note && { note: body.note }) }
      const ticket = uow.append(
        loaded,
        unwrap(incident.answerQuote(loaded.state, input, env, await policyFor(uow, loaded.state))),
      )
      await rejudgeWork(uow, ticket.state)
      return answerTicket(ctx, uow, ticket, etag)
    },
  )

export const promiseHandlers = [
  stateTicketSeverity,
  requestOnSite,
  recordTicketArrival,
  decideTicketScope,
  chooseTicketContract,
  askTicketQuote,
  answering('accepted'),
  answering('declined'),
]
