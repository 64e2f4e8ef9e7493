import { majorText } from '@pactdesk/domain/kernel/money'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import { contractAggregate, contractEvents } from '@pactdesk/domain/outsourcing/contract/index'
import { ticketAggregate, ticketEvents } from '@pactdesk/domain/service-support/incident/index'
import { contactEvents, invitationIssuer, type PersonCard, providerAggregate, staffEvents } from '@pactdesk/domain/tenancy/index'
import { type Delivery, react } from '../../events/consumer.ts'
import { sha256 } from '../../identity/tokens.ts'
import { contactCard, contactInvitation, type Invitation, staffCard, staffInvitation } from '../tenancy/records.ts'
import { billReactions } from './bills.ts'
import { peopleWith, personOf } from './people.ts'
import { link, tell } from './tell.ts'
import type { Notice } from './words.ts'

/** The person who asked, with what a mail about a ticket says. */
async function aboutTicket({ uow }: Delivery<unknown>, client: string, id: string) {
  const { state } = await uow.load(ticketAggregate, { client, id })
  const reader = state.requester.contact ? await personOf(uow, client, state.requester.contact) : undefined
  return {
    readers: reader ? [reader] : [],
    values: { number: state.number, subject: state.subject, link: link(`/portal/requests/${id}`) },
  }
}

const onTicket = (delivery: Delivery<{ client: string; ticket: string }>, notice: Notice, more: Record<string, string> = {}) =>
  aboutTicket(delivery, delivery.event.data.client, delivery.event.data.ticket).then(({ readers, values }) =>
    tell(delivery, notice, readers, { ...values, ...more }),
  )

const opened = react(ticketEvents.ticketOpened, async delivery => {
  if (delivery.event.data.channel !== 'import') await onTicket(delivery, 'receipt')
})
const replied = react(ticketEvents.ticketReplied, async delivery => {
  if (delivery.event.data.side === 'provider') await onTicket(delivery, 'replied')
})
const waits = react(ticketEvents.ticketWaiting, async delivery => {
  const { on, reason } = delivery.event.data.waiting
  if (on === 'client') await onTicket(delivery, 'waiting', { reason })
})
const decided = react(ticketEvents.pauseDecided, delivery => {
  const { outcome, reason } = delivery.event.data
  return onTicket(delivery, outcome === 'struck' ? 'pause-struck' : 'pause-upheld', { reason })
})
const resolved = react(ticketEvents.ticketResolved, delivery => onTicket(delivery, 'resolved'))

/** A quote is approved by whoever may approve for the company, not only by the person who asked. */
const quoted = react(ticketEvents.quoteAsked, async delivery => {
  const { client, ticket } = delivery.event.data
  const { values } = await aboutTicket(delivery, client, ticket)
  await tell(delivery, 'quote', await peopleWith(delivery.uow, client, ['client-approver', 'client-owner']), values)
})

const readyToSign = react(contractEvents.signedByProvider, async delivery => {
  const { client, contract } = delivery.event.data
  const { state } = await delivery.uow.load(contractAggregate, { client, id: contract })
  const values = { number: state.terms.number, link: link(`/portal/sign/${contract}`) }
  await tell(delivery, 'sign', await peopleWith(delivery.uow, client, ['client-owner']), values)
})

const expires = react(contractEvents.expiryReminded, async delivery => {
  const { client, number, lastDay, daysLeft } = delivery.event.data
  const values = { number, lastDay, days: String(daysLeft), link: link('/portal/contract') }
  await tell(delivery, 'expiry', await peopleWith(delivery.uow, client, ['client-owner']), values)
})

const billed = react(billEvents.issued, async delivery => {
  const { client, bill, number, due, currency, grossMinor, kind, opening } = delivery.event.data
  if (kind === 'credit-note' || opening) return
  const values = {
    number,
    due: due.dueOn,
    currency,
    amount: majorText({ currency, minor: grossMinor }),
    link: link(`/portal/bills/${bill}`),
  }
  await tell(delivery, 'bill', await peopleWith(delivery.uow, client, ['client-owner']), values)
})

type Granted = { issuer: string; subject: string; client?: string; contact?: string; staff?: string }

/** Mails the code while it waits to be taken; an invitation that was replaced in the meantime has another one. */
async function invite(delivery: Delivery<Granted>, held: Held<Invitation>, card: Held<PersonCard>): Promise<void> {
  const { uow, event } = delivery
  if (!held || sha256(held.value.code) !== event.data.subject || !card?.value.email) return
  const { state } = await uow.load(providerAggregate, { id: event.provider })
  const until = localDateOf(held.value.expiresAt, state.billingZone)
  const values = { provider: state.name.zh, until, link: link(`/join/${held.value.code}`) }
  await tell(delivery, 'invitation', [{ name: card.value.name.zh, email: card.value.email }], values)
}
type Held<T> = { value: T } | undefined

const memberInvited = react(contactEvents.memberGranted, async delivery => {
  const { client, contact: id, issuer } = delivery.event.data
  if (issuer !== invitationIssuer) return
  const { uow } = delivery
  const [held, card] = await Promise.all([
    uow.getRecord(contactInvitation, { client, id }),
    uow.getRecord(contactCard, { client, id }),
  ])
  await invite(delivery, held, card)
})
const staffInvited = react(staffEvents.staffMemberGranted, async delivery => {
  const { staff, issuer } = delivery.event.data
  if (issuer !== invitationIssuer) return
  const [held, card] = await Promise.all([
    delivery.uow.getRecord(staffInvitation, staff),
    delivery.uow.getRecord(staffCard, staff),
  ])
  await invite(delivery, held, card)
})

export const notificationReactions = [
  memberInvited,
  staffInvited,
  opened,
  replied,
  waits,
  decided,
  resolved,
  quoted,
  readyToSign,
  expires,
  billed,
  ...billReactions,
]
