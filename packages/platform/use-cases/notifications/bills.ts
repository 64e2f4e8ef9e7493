import { majorText } from '@pactdesk/domain/kernel/money'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import { clientAggregate } from '@pactdesk/domain/tenancy/index'
import { react } from '../../events/consumer.ts'
import { peopleWith, staffWith } from './people.ts'
import { link, tell } from './tell.ts'

/** A settlement tells of its credit notes itself. */
const credited = react(billEvents.credited, async delivery => {
  const { client, bill: id, minor, number: note = '', reason = '', bySettlement } = delivery.event.data
  if (bySettlement) return
  const { state: bill } = await delivery.uow.load(billAggregate, { client, id })
  if (bill.status !== 'issued') return
  const { number, currency } = bill
  const values = { number, note, reason, currency, amount: majorText({ currency, minor }), link: link(`/portal/bills/${id}`) }
  await tell(delivery, 'credited', await peopleWith(delivery.uow, client, ['client-owner']), values)
})

/** Finance hears of what the client contests; what staff wrote down themselves is no news to them. */
const disputed = react(billEvents.lineDisputed, async delivery => {
  const { client, bill: id, dispute } = delivery.event.data
  const { state: bill } = await delivery.uow.load(billAggregate, { client, id })
  if (dispute.by.kind !== 'client' || bill.status !== 'issued') return
  const { state: company } = await delivery.uow.load(clientAggregate, { client, id: client })
  const values = {
    client: company.name.zh,
    number: bill.number,
    line: String(dispute.line),
    reason: dispute.reason,
    link: link(`/finance/invoices/${id}?client=${client}&line=${dispute.line}`),
  }
  await tell(delivery, 'disputed', await staffWith(delivery.uow, client, ['finance']), values)
})

/** That a line stands; a credit note says itself what it took back. */
const answered = react(billEvents.disputeAnswered, async delivery => {
  const { client, bill: id, line, answer } = delivery.event.data
  const { state: bill } = await delivery.uow.load(billAggregate, { client, id })
  if (answer.outcome !== 'stands' || bill.status !== 'issued') return
  const values = { number: bill.number, line: String(line), reason: answer.text, link: link(`/portal/bills/${id}`) }
  await tell(delivery, 'answered', await peopleWith(delivery.uow, client, ['client-owner']), values)
})

/** Mails about what happens to an issued bill. */
export const billReactions = [credited, disputed, answered]
