import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import { addDays, localDateOf } from '@pactdesk/domain/kernel/time'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import type { IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import type { LateFeeView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { accrueLateFee } from '@pactdesk/domain/outsourcing/billing/late-fee'
import { claimedMinor, decideLateFee as decide, undecidedLateFee } from '@pactdesk/domain/outsourcing/billing/late-fee-decision'
import * as routes from '@pactdesk/domain/outsourcing/billing/routes'
import type { AllocationOrder, ContractTerms } from '@pactdesk/domain/outsourcing/contract/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { termsOfVersion } from '../contract/index.ts'
import { decidedOf, overdueOf } from './overdue.ts'
import { loadIssued } from './record-payment.ts'

const termsOf = (uow: UnitOfWork, bill: IssuedBill): Promise<ContractTerms> =>
  termsOfVersion(uow, bill.client, { contract: bill.contract, version: bill.contractVersion })

/** A day counts when it is over: what accrued is shown up to yesterday in the billing zone, unless asked otherwise. */
const yesterday = (uow: UnitOfWork, terms: ContractTerms) => addDays(localDateOf(uow.env.now, terms.billingZone), -1)

const getLateFee = handle(routes.getLateFee, async ({ uow, params: { client, bill: id }, query, etag }) => {
  const { state: bill, version } = await loadIssued(uow, client, id)
  const terms = await termsOf(uow, bill)
  etag(version)
  return viewOf(bill, terms, query.asOf ?? yesterday(uow, terms), query.order)
})

const decideLateFee = handle(routes.decideLateFee, async ({ uow, env, params: { client, bill: id }, body, etag }) => {
  const loaded = await uow.subject(billAggregate, { client, id })
  const { state: bill } = await loadIssued(uow, client, id)
  const terms = await termsOf(uow, bill)
  const overdue = overdueOf(bill, terms)
  if (!overdue) throw noLateFee(bill.number)
  const today = localDateOf(env.now, terms.billingZone)
  const choice = {
    action: body.action,
    part: body.part,
    through: body.through ?? yesterday(uow, terms),
    ...(body.reason && { reason: body.reason }),
  }
  const outcome = unwrap(decide(overdue, decidedOf(bill.lateFees), choice, today))
  const decision = { id: env.newId(), ...outcome, on: today, by: env.actor, ...(body.reason && { reason: body.reason }) }
  const changed = uow.append(loaded, [billEvents.lateFeeDecided.of({ bill: id, client, decision })])
  etag(changed.version)
  return viewOf(changed.state as IssuedBill, terms, outcome.through)
})

function viewOf(bill: IssuedBill, terms: ContractTerms, asOf: string, wanted?: AllocationOrder): LateFeeView {
  const order = wanted ?? terms.allocationOrder ?? 'late-fee-first'
  const base = {
    bill: bill.id,
    number: bill.number,
    currency: bill.currency,
    asOf,
    allocationOrder: order,
    decisions: bill.lateFees,
  }
  const agreed = overdueOf(bill, terms)
  if (!agreed) {
    const none = { days: 0, exactMinor: '0', roundedMinor: 0, claimedMinor: 0, waivedMinor: 0, undecidedMinor: 0 }
    return { ...base, applies: false, segments: [], ...none, principalOpenMinor: 0 }
  }
  const overdue = { ...agreed, order }
  const accrued = accrueLateFee(overdue, asOf)
  const decided = decidedOf(bill.lateFees)
  const claimed = claimedMinor(decided)
  const undecided = undecidedLateFee(overdue, decided, asOf).minor
  const decidedThrough = bill.lateFees.at(-1)?.through
  return {
    ...base,
    applies: true,
    firstLateDay: addDays(overdue.dueOn, 1),
    segments: accrued.segments.map(({ firstDay, lastDay, days, unpaidMinor, perDayMinorExact }) => ({
      firstDay,
      lastDay,
      days,
      unpaidMinor,
      perDayMinorExact,
    })),
    days: accrued.days,
    exactMinor: accrued.exactMinor,
    roundedMinor: accrued.roundedMinor,
    claimedMinor: claimed,
    waivedMinor: Math.max(0, accrued.roundedMinor - claimed - undecided),
    undecidedMinor: undecided,
    ...(decidedThrough && { decidedThrough }),
    principalOpenMinor: accrued.principalOpenMinor,
    explanation: accrued.explanation,
  }
}

const noLateFee = (number: string) =>
  new DomainFailure({
    code: 'billing.no-late-fee',
    kind: 'conflict',
    detail: `the contract names no late fee for bill ${number}`,
  })

export const lateFeeHandlers = [getLateFee, decideLateFee]
