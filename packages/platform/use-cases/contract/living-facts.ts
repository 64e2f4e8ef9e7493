import { sumMinor, times } from '@pactdesk/domain/kernel/money'
import { addDays, eachDate, localDateOf, type Month, monthOf } from '@pactdesk/domain/kernel/time'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import { type IssuedBill, openMinor } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { accrueLateFee } from '@pactdesk/domain/outsourcing/billing/late-fee'
import { undecidedLateFee } from '@pactdesk/domain/outsourcing/billing/late-fee-decision'
import { type BindingContract, type Contract, isBinding, type LivingFacts } from '@pactdesk/domain/outsourcing/contract/index'
import { isTime, type SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import { feeBillId } from '../billing/fee-bill.ts'
import { decidedOf, overdueOf } from '../billing/overdue.ts'
import { readWork } from '../metering/read-work.ts'
import { devicesInService } from './devices.ts'
import { ticketFacts } from './living-tickets.ts'

/** What other modules know of a contract's execution, as of now. A draft has been executed by nobody. */
export async function livingFacts(uow: UnitOfWork, contract: Contract): Promise<LivingFacts> {
  if (!isBinding(contract)) return {}
  const today = localDateOf(uow.env.now, contract.terms.billingZone)
  const [fee, work, tickets, visits, protection] = await Promise.all([
    feeFacts(uow, contract, today),
    workFacts(uow, contract, today),
    ticketFacts(uow, contract, today),
    visitFacts(uow, contract, today),
    protectionFacts(uow, contract),
  ])
  return { ...fee, ...work, ...tickets, ...(visits && { visits }), ...(protection && { protection }) }
}

/** The bill of 1(3) and the late fee that has accrued on it up to yesterday. */
async function feeFacts(uow: UnitOfWork, { id, client, terms }: BindingContract, today: string): Promise<LivingFacts> {
  const found = await uow.find(billAggregate, { client, id: feeBillId(id, 1) })
  if (found?.state.status !== 'issued') return {}
  const bill = found.state
  const sum = (minor: number) => ({ currency: bill.currency, minor })
  const paidOn = lastReduction(bill)
  const overdue = overdueOf(bill, terms)
  const yesterday = addDays(today, -1)
  const accrued = overdue && accrueLateFee(overdue, yesterday)
  const undecided = overdue && undecidedLateFee(overdue, decidedOf(bill.lateFees), yesterday).minor > 0
  const last = bill.lateFees.at(-1)
  return {
    bill: {
      id: bill.id,
      number: bill.number,
      issuedOn: bill.issuedOn,
      dueOn: bill.due.dueOn,
      open: sum(openMinor(bill)),
      total: sum(bill.grossMinor),
      ...(paidOn && { paidOn }),
    },
    ...(accrued && {
      lateFee: {
        accrued: sum(accrued.roundedMinor),
        days: accrued.days,
        decided: undecided || !last ? 'open' : verdicts[last.action],
      },
    }),
  }
}

const lastReduction = ({ payments }: IssuedBill) =>
  payments
    .map(({ on }) => on)
    .sort()
    .at(-1)

const verdicts = { claim: 'claimed', waive: 'waived' } as const

/** Covered work, parts and what was charged beside the fee, from the source items of the term so far. */
async function workFacts(uow: UnitOfWork, { client, terms }: BindingContract, today: string): Promise<LivingFacts> {
  const { from, to } = terms.term
  const until = today < to ? addDays(today, 1) : to
  const months: Month[] = [...new Set(eachDate({ from, to: until }).map(monthOf))]
  const held = await Promise.all(months.map(month => readWork(uow, client, month)))
  const items = held.flat().map(({ item }) => item)
  const inTerm = items.filter(({ date, site }) => from <= date && date < to && servedSite(terms.sites, site))
  const covered = inTerm.filter(({ state }) => state.status === 'covered')
  const minutes = covered.reduce((sum, item) => sum + (isTime(item) ? item.minutes : 0), 0)
  const tickets = new Set(covered.flatMap(({ ticket }) => (ticket ? [ticket] : []))).size
  const outOfScope = inTerm.filter(item => isTime(item) && 'rate' in item.state)
  const waiting = inTerm.filter(({ state }) => state.status === 'waiting' && state.for === 'client').length
  return {
    covered: { minutes, tickets, parts: { currency: terms.currency, minor: partsMinor(inTerm) } },
    quotes: { waiting, accepted: new Set(outOfScope.map(({ ticket }) => ticket)).size },
  }
}

const servedSite = (sites: readonly { site: string }[], site: string | undefined) =>
  site === undefined || sites.some(served => served.site === site)

const partsMinor = (items: readonly SourceItem[]) =>
  sumMinor(items.map(item => (item.kind === 'part' && item.unitCost ? times(item.unitCost, item.quantity).minor : 0)))

type VisitRow = { id: string; kind: string; status: string; date: string; month?: Month }
const worked = ['finished', 'signed', 'unsigned']

async function visitFacts(uow: UnitOfWork, contract: BindingContract, today: string): Promise<LivingFacts['visits'] | undefined> {
  const { from, to } = contract.terms.term
  const items = await queryAll(uow.database, uow.ctx, { index: 'gsi2', client: contract.client, part: 'VIS', from, to })
  const planned = items
    .map(item => item.row as VisitRow)
    .filter(({ kind, status }) => kind === 'planned' && status !== 'cancelled')
  if (planned.length === 0) return undefined
  const stateOf = ({ status, month }: VisitRow) => {
    if (worked.includes(status)) return 'done' as const
    if (status === 'no-access') return 'moved' as const
    return month !== undefined && month < monthOf(today) ? ('missed' as const) : ('planned' as const)
  }
  const next = planned.find(visit => stateOf(visit) === 'planned')
  return {
    months: planned.map(visit => ({ month: visit.month ?? monthOf(visit.date), state: stateOf(visit) })),
    ...(next && { next: { on: next.date, id: next.id } }),
  }
}

async function protectionFacts(uow: UnitOfWork, { client, terms }: Contract): Promise<LivingFacts['protection'] | undefined> {
  const sites = terms.sites.map(({ site }) => site)
  const pcs = (await devicesInService(uow, client)).filter(device => device.class === 'pc' && sites.includes(device.site))
  if (pcs.length === 0) return undefined
  return {
    pcs: pcs.length,
    antivirus: pcs.filter(({ antivirus }) => antivirus === 'yes').length,
    backup: pcs.filter(({ backup }) => backup === 'yes').length,
  }
}
