import { unwrap } from '@pactdesk/domain/kernel/result'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import { answerDispute as decideAnswer, disputeLine as decideDispute } from '@pactdesk/domain/outsourcing/billing/bill/dispute'
import * as routes from '@pactdesk/domain/outsourcing/billing/routes'
import { handle } from '../../http/api.ts'
import { viewBill } from './bills.ts'
import { creditableLines } from './creditable.ts'
import { billingFacts } from './facts.ts'
import { loadIssued } from './record-payment.ts'

/** The client contests a line, or staff write down what the client said. */
const disputeLine = handle(routes.disputeLine, async ({ uow, env, params: { client, bill: id }, body, etag }) => {
  const loaded = await uow.subject(billAggregate, { client, id })
  const { state: bill } = await loadIssued(uow, client, id)
  const { today } = await billingFacts(uow, client)
  const changed = uow.append(loaded, unwrap(decideDispute(bill, await creditableLines(uow, bill), body, env, today)))
  etag(changed.version)
  return viewBill(uow, changed.state)
})

type Ending = { client: string; bill: string; dispute: string }

const answerDispute = handle(routes.answerDispute, async ({ uow, env, params, body, etag }) => {
  const { client, bill: id, dispute } = params satisfies Ending
  const loaded = await uow.subject(billAggregate, { client, id })
  const { state: bill } = await loadIssued(uow, client, id)
  const { today } = await billingFacts(uow, client)
  const answer = { outcome: 'stands' as const, text: body.text }
  const changed = uow.append(loaded, unwrap(decideAnswer(bill, dispute, answer, env, today)))
  etag(changed.version)
  return viewBill(uow, changed.state)
})

const withdrawDispute = handle(routes.withdrawDispute, async ({ uow, env, params, etag }) => {
  const { client, bill: id, dispute } = params satisfies Ending
  const loaded = await uow.subject(billAggregate, { client, id })
  const { state: bill } = await loadIssued(uow, client, id)
  const { today } = await billingFacts(uow, client)
  const answer = { outcome: 'withdrawn' as const, text: '' }
  const changed = uow.append(loaded, unwrap(decideAnswer(bill, dispute, answer, env, today)))
  etag(changed.version)
  return viewBill(uow, changed.state)
})

export const disputeHandlers = [disputeLine, answerDispute, withdrawDispute]
