import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { addDays, daysBetween, localDateOf, monthOf, nextMonth } from '@pactdesk/domain/kernel/time'
import * as settlement from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { type BindingContract, isBinding } from '@pactdesk/domain/outsourcing/contract/index'
import { balances, type Entry } from '@pactdesk/domain/service-delivery/financial/journal'
import { recognisedBefore, recognisedThrough, recognitionSchedule } from '@pactdesk/domain/service-delivery/financial/recognition'
import * as routes from '@pactdesk/domain/service-delivery/financial/routes'
import { providerAggregate } from '@pactdesk/domain/tenancy/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import { contractOf } from '../billing/facts.ts'
import { feeBills, prepaidFee } from '../billing/fee-net.ts'
import { firstEntryMonth } from './span.ts'

const mostMonths = 240
const mostEntries = 100_000

/** All entries of a span of days, month by month, each month one partition. */
async function entriesOf(uow: UnitOfWork, from: string, to: string): Promise<Entry[]> {
  const entries: Entry[] = []
  let month = monthOf(from)
  for (let read = 0; month <= monthOf(to); month = nextMonth(month), read++) {
    if (read >= mostMonths)
      throw new DomainFailure({ code: 'financial.span', kind: 'invalid', detail: `a span may have ${mostMonths} months` })
    const items = await queryAll(uow.database, uow.ctx, { scope: 'provider', part: `J#${month}` }, mostEntries)
    entries.push(...items.map(item => item.data as Entry))
  }
  return entries.filter(entry => entry.date >= from && entry.date <= to)
}

const ofClient = (entries: readonly Entry[], client?: string) =>
  client ? entries.filter(entry => entry.client === client) : [...entries]

const listJournal = handle(routes.listJournal, async ({ uow, query: { from, to, client } }) => {
  if (from > to) throw new DomainFailure({ code: 'financial.span', kind: 'invalid', detail: `${from} lies after ${to}` })
  return { items: ofClient(await entriesOf(uow, from, to), client) }
})

const getBalances = handle(routes.getBalances, async ({ uow, query }) => {
  const { state } = await uow.load(providerAggregate, { id: uow.ctx.provider })
  const asOf = query.asOf ?? localDateOf(uow.env.now, state.billingZone)
  const entries = ofClient(await entriesOf(uow, await firstEntryMonth(uow, asOf), asOf), query.client)
  const currencies = [...new Set(entries.map(entry => entry.currency))].sort().map(currency => {
    const of = balances(entries, currency, asOf) as Record<string, number>
    return { currency, balances: of, sum: Object.values(of).reduce((sum, minor) => sum + minor, 0) }
  })
  return { asOf, currencies, entries: entries.length }
})

const getRecognition = handle(settlement.getRecognition, async ({ uow, params: { client, contract: id } }) => {
  const contract = await contractOf(uow, client, id)
  if (!isBinding(contract))
    throw new DomainFailure({ code: 'financial.not-in-force', kind: 'conflict', detail: 'the contract is not in force' })
  const { term, billingZone } = contract.terms
  const fee = await prepaidFee(uow, contract)
  const { netMinor } = fee
  const today = localDateOf(uow.env.now, billingZone)
  const from = [term.from, contract.signedOn].sort()[0]!
  const own = (await entriesOf(uow, from, [today, term.from].sort()[1]!)).filter(entry => entry.client === client)
  const posted = new Map(
    own.filter(entry => entry.source.kind === 'recognition' && entry.source.id === id).map(entry => [entry.source.label, entry]),
  )
  const months = recognitionSchedule(fee).map(({ month, days, minor, explanation }) => {
    const entry = posted.get(month)
    const beforeMinor = contract.opening ? recognisedBefore(fee, month, contract.opening.recognisedUntil) : 0
    const before = beforeMinor === 0 ? {} : { beforeMinor }
    if (!entry) return { month, days, recognisedMinor: minor, explanation, ...before }
    const booked = revenueOf([entry]) + beforeMinor
    // Booked before a credit note lowered the fee: the entry stands, the note's own entry took the difference back.
    return { month, days, recognisedMinor: booked, postedOn: entry.date, ...before, ...(booked === minor && { explanation }) }
  })
  const takenBack = await feeTakenBack(uow, contract, own)
  const beforeMinor = contract.opening ? recognisedThrough(fee, addDays(contract.opening.recognisedUntil, -1)) : 0
  const recognisedMinor = beforeMinor + revenueOf([...posted.values()]) + takenBack
  return {
    asOf: today,
    termDays: daysBetween(term.from, term.to),
    netMinor,
    months,
    beforeMinor,
    takenBackMinor: takenBack === 0 ? 0 : -takenBack,
    recognisedMinor,
    liabilityMinor: netMinor - recognisedMinor,
  }
})

const revenueOf = (entries: readonly Entry[]): number =>
  -entries
    .flatMap(entry => entry.postings)
    .filter(({ account }) => account === 'revenue-service')
    .reduce((sum, { minor }) => sum + minor, 0)

/** Revenue of the fee that credit notes on its bills took back, negative; a settlement's notes post none. */
async function feeTakenBack(uow: UnitOfWork, contract: BindingContract, own: readonly Entry[]): Promise<number> {
  const notes = new Set((await feeBills(uow, contract)).flatMap(bill => bill.credited.map(({ note }) => note)))
  return revenueOf(own.filter(({ source }) => source.kind === 'credit-note' && notes.has(source.id)))
}

export const financialHandlers = [listJournal, getBalances, getRecognition]
