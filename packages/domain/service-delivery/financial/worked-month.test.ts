import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { addDays, monthOf, wallTimeToInstant } from '../../kernel/time.ts'
import { type Explanation, evaluate } from '../../outsourcing/billing/explanation.ts'
import { planExtras } from '../../outsourcing/billing/extras.ts'
import { planFeeBill } from '../../outsourcing/billing/fee-bill.ts'
import type { InvoiceLine } from '../../outsourcing/billing/invoice-line.ts'
import { accrueLateFee, type Overdue } from '../../outsourcing/billing/late-fee.ts'
import { decideLateFee, explainClaim } from '../../outsourcing/billing/late-fee-decision.ts'
import type { Taxed } from '../../outsourcing/billing/tax.ts'
import { settleTermination, type Termination } from '../../outsourcing/billing/termination.ts'
import { contractDueDate } from '../../outsourcing/contract/billing-schedule.ts'
import { maintenanceTerms } from '../../outsourcing/contract/testing.ts'
import { decideCoverage } from '../../outsourcing/metering/coverage.ts'
import { coverageTerms } from '../../outsourcing/metering/coverage-terms.ts'
import type { SourceItem } from '../../outsourcing/metering/source-item.ts'
import { partItem, timeEntry } from '../../outsourcing/metering/testing.ts'
import { totalsByState } from '../../outsourcing/metering/totals.ts'
import { bill, claim } from '../../outsourcing/metering/transitions.ts'
import { billedTotals, issueEntry, paymentEntry, recognitionEntry } from './entries.ts'
import { balances, type Entry, ledgerFaults } from './journal.ts'
import { recognitionSchedule } from './recognition.ts'
import { refundEntry, settlementEntries } from './settlement-entries.ts'

const file = new URL('../../../../../shared/worked-month.json', import.meta.url)
const month = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined

type Ticket = {
  id: string
  onsite: boolean
  outOfScope?: boolean
  causeClientDutyBreach?: string
  quoteAcceptedAt?: string
  travelFrom?: string
  arrivedAt?: string
  restoredAt: string
  remote?: [string, string][]
  parts: { id: string; name: string; qty: number; unitCostGrossFen: number }[]
}
type Visit = { id: string; date: string; travel?: [string, string]; onsite?: [string, string]; remote?: [string, string] }

describe.skipIf(month === undefined)('the money of the worked month', () => {
  const {
    contract,
    tickets,
    visits,
    month: dates,
    payments1,
    payments2,
    invoice1,
    invoice2,
    lateFeeDecision,
    termination,
  } = month?.inputs ?? {}
  const expected = month?.expected
  const zone = 'Asia/Shanghai'
  const receipt = { key: 'f', name: 'receipt.pdf', type: 'application/pdf', size: 1, sha256: '0'.repeat(64) }
  const at = (wall: string) => wallTimeToInstant(wall, zone)

  const terms =
    month &&
    maintenanceTerms({
      firstDay: contract.termFirstDay,
      lastDay: contract.termLastDayInclusive,
      feeLines: contract.feeLines.map(({ line, item, grossFen, taxRate }: Record<string, never>) => ({
        line,
        item,
        gross: { currency: contract.currency, minor: grossFen },
        taxRate,
      })),
      tax: { services: contract.clause7.serviceTaxRate, parts: contract.clause7.partsTaxRate },
      lateFee: { ratePerDay: contract.lateFeePerDay },
      penaltyRate: contract.terminationPenalty,
      outOfScope: {
        listRatePerHour: { currency: contract.currency, minor: contract.clause7.outOfScopeListRateFenPerHour },
        discount: contract.clause7.outOfScopeDiscount,
        roundUpMinutes: contract.clause7.outOfScopeRoundUpMinutes,
      },
      paymentDue: { days: contract.dueDaysAfterSigning, dayKind: 'calendar', startDayCounts: false, roll: 'next-working-day' },
      extras: {
        due: {
          days: contract.clause7.extrasDueDaysAfterIssue,
          dayKind: 'calendar',
          startDayCounts: false,
          roll: 'next-working-day',
        },
        lateFee: false,
      },
    })
  const covering = month && coverageTerms('k1', 1, terms)
  const head = (id: string, date: string, kind: Entry['source']['kind']) => ({
    id,
    date,
    currency: contract.currency as string,
    client: contract.clientKey as string,
    source: { kind, id },
  })

  const feeBill = (): Taxed =>
    planFeeBill({
      contract: { id: 'k1', number: contract.number, version: 1 },
      fees: terms.feeLines.map((fee: (typeof terms.feeLines)[number]) => ({ ...fee, grossMinor: fee.gross.minor })),
    })
  const feeDue = () => contractDueDate(terms, contract.signedByBothAt.slice(0, 10))

  const overdue = (): Overdue => ({
    bill: { id: 'i1', number: invoice1.number },
    grossMinor: feeBill().grossMinor,
    dueOn: feeDue().dueOn,
    reductions: payments1.map((paid: { id: string; date: string; fen: number }) => ({
      id: paid.id,
      kind: 'payment',
      on: paid.date,
      minor: paid.fen,
    })),
    ratePerDay: terms.lateFee.ratePerDay,
  })
  const lastDay = () => addDays(dates.firstDayOfNext, -1)
  const claimed = () => unwrap(decideLateFee(overdue(), [], { ...lateFeeDecision, through: lastDay() }, invoice2.issuedOn))

  /** Everything that was done, judged by the contract. */
  const work = (): SourceItem[] => {
    const minutes = (from: string, to: string) => (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000
    const time = (
      id: string,
      kind: 'travel' | 'onsite' | 'remote' | 'maintenance-onsite' | 'maintenance-remote',
      span: [string, string],
      of: object,
    ) => timeEntry({ id, kind, date: span[0].slice(0, 10), from: at(span[0]), minutes: minutes(...span), ...of })
    const ofTickets = (tickets as Ticket[]).flatMap(ticket => {
      const of = { ticket: ticket.id, description: ticket.id }
      const facts = {
        outOfScope: ticket.outOfScope ?? false,
        ...(ticket.causeClientDutyBreach && { dutyBreach: ticket.causeClientDutyBreach }),
        ...(ticket.quoteAcceptedAt && {
          quote: { id: 'Q1', acceptedAt: at(ticket.quoteAcceptedAt), acceptedOn: ticket.quoteAcceptedAt.slice(0, 10) },
        }),
      }
      const entries: SourceItem[] = [
        ...(ticket.onsite
          ? [
              time(`${ticket.id}-travel`, 'travel', [ticket.travelFrom!, ticket.arrivedAt!], of),
              time(`${ticket.id}-work`, 'onsite', [ticket.arrivedAt!, ticket.restoredAt], of),
            ]
          : []),
        ...(ticket.remote ?? []).map((span, n) => time(`${ticket.id}-remote${n + 1}`, 'remote', span, of)),
        ...ticket.parts.map(part =>
          partItem({
            id: part.id,
            ticket: ticket.id,
            date: ticket.restoredAt.slice(0, 10),
            recordedAt: at(ticket.restoredAt),
            name: part.name,
            quantity: String(part.qty),
            unitCost: { currency: contract.currency, minor: part.unitCostGrossFen },
            receipt,
          }),
        ),
      ]
      return entries.map(item => ({ ...item, state: decideCoverage(item, covering, facts) }))
    })
    const ofVisits = (visits as Visit[]).flatMap(visit => {
      const span = (part: [string, string]): [string, string] => [`${visit.date}T${part[0]}`, `${visit.date}T${part[1]}`]
      const of = { visit: visit.id, ticket: undefined }
      return [
        ...(visit.travel ? [time(`${visit.id}-travel`, 'travel', span(visit.travel), of)] : []),
        ...(visit.onsite ? [time(`${visit.id}-onsite`, 'maintenance-onsite', span(visit.onsite), of)] : []),
        ...(visit.remote ? [time(`${visit.id}-remote`, 'maintenance-remote', span(visit.remote), of)] : []),
      ].map(item => ({ ...item, state: decideCoverage(item, covering, { outOfScope: false }) }))
    })
    return [...ofTickets, ...ofVisits]
  }

  const extras = (items = work()) => {
    const decision = { id: 'LF1', ...claimed() }
    return unwrap(
      planExtras({
        month: monthOf(dates.firstDay),
        currency: contract.currency,
        items,
        lateFees: [
          {
            ...decision,
            bill: { id: 'i1', number: invoice1.number },
            taxRate: terms.tax.services,
            explanation: explainClaim({ id: 'i1', number: invoice1.number }, [decision], 'LF1')!,
          },
        ],
      }),
    )
  }

  const termOf = () => terms.term
  const ended = (): Termination =>
    unwrap(
      settleTermination({
        contract: { id: 'k1', number: contract.number },
        currency: contract.currency,
        contractTotalMinor: feeBill().grossMinor,
        term: termOf(),
        lastServiceDay: termination.lastServiceDay,
        penaltyRate: terms.penaltyRate,
        refund: 'pro-rata-by-day',
        feeBills: [{ id: 'i1', number: invoice1.number, lines: feeBill().lines }],
        openBills: [],
      }),
    )
  const recognised = () =>
    recognitionSchedule({ netMinor: feeBill().netMinor, term: termOf(), lastServiceDay: termination.lastServiceDay })

  /** A line as the scenario writes it. */
  const figures = (line: InvoiceLine) => ({
    line: line.line,
    grossFen: line.grossMinor,
    taxRate: line.taxRate,
    taxFen: line.taxMinor,
    netFen: line.netMinor,
  })
  const totals = (taxed: Taxed) => ({
    taxGroups: taxed.taxGroups.map(group => ({
      taxRate: group.taxRate,
      grossFen: group.grossMinor,
      taxFen: group.taxMinor,
      netFen: group.netMinor,
    })),
    totalGrossFen: taxed.grossMinor,
    totalTaxFen: taxed.taxMinor,
    totalNetFen: taxed.netMinor,
  })

  test('the bill of the contract fee', () => {
    const taxed = feeBill()
    expect({
      number: invoice1.number,
      issuedOn: invoice1.issuedOn,
      ...dueOf(feeDue()),
      lines: taxed.lines.map(figures),
      ...totals(taxed),
    }).toEqual(expected.contractFeeInvoice)
  })

  test('the late fee, segment by segment, and the other order of settlement', () => {
    const fee = accrueLateFee(overdue(), lastDay())
    expect({
      firstLateDay: fee.firstLateDay,
      segments: fee.segments.map(({ firstDay, lastDay: last, days, unpaidMinor, perDayMinorExact }) => ({
        firstDay,
        lastDay: last,
        days,
        overdueBaseFen: unpaidMinor,
        feePerDayInFenExact: perDayMinorExact,
      })),
      days: fee.days,
      exactFen: fee.exactMinor,
      claimedGrossFen: claimed().minor,
      principalOverdueAfterLastPaymentIfLateFeeSettledFirstFen: accrueLateFee(overdue(), lastDay(), 'late-fee-first')
        .principalOpenMinor,
    }).toEqual(expected.lateFee)
  })

  test('the bill of the extras', () => {
    const plan = extras()
    const lines = plan.lines.map(line => ({
      ...figures(line),
      kind: line.kind,
      clause: line.clause,
      ...(line.ticket && { ticket: line.ticket }),
      ...(line.kind === 'part' && { quantity: Number(line.quantity), unitFen: Number(line.rate?.minor) }),
      ...(line.kind === 'out-of-scope' && {
        recordedMinutes: line.recordedMinutes,
        billedMinutes: line.billedMinutes,
        discountedRateFenPerHour: Number(line.rate?.minor),
      }),
    }))
    const due = contractDueDate(terms, invoice2.issuedOn, terms.extras.due)
    expect({ number: invoice2.number, issuedOn: invoice2.issuedOn, ...dueOf(due), lines, ...totals(plan) }).toEqual(
      expected.monthInvoice,
    )
  })

  test('every minute in one state, and nothing left for a second bill', () => {
    const plan = extras()
    const settled = work().map(item =>
      plan.claims.items.includes(item.id) ? unwrap(bill(unwrap(claim(item, 'i2')), 'i2', invoice2.number)) : item,
    )
    const timed = settled.filter(item => 'minutes' in item)
    expect(
      timed.map(item => ({
        id: item.id,
        kind: item.kind,
        minutes: item.minutes,
        state: item.state.status,
        ...(item.state.status === 'billed' && { invoice: item.state.number }),
      })),
    ).toEqual(expected.workItems)
    const { delivered, byStatus } = totalsByState(timed)
    expect({ covered: byStatus.covered.minutes, billed: byStatus.billed.minutes, total: delivered.minutes }).toEqual(
      expected.workMinutesByState,
    )
    expect(
      unwrap(planExtras({ month: monthOf(dates.firstDay), currency: contract.currency, items: settled, lateFees: [] })).lines,
    ).toEqual([])
    expect(plan.annex.reduce((sum, row) => sum + (row.minutes ?? 0), 0)).toBe(expected.workMinutesByState.covered)
  })

  test('revenue by day', () => {
    const months = recognised()
    expect({
      termDays: ended().termDays,
      months: months.map(({ month: name, days, minor }) => ({ month: name, days, recognisedNetFen: minor })),
      totalNetFen: months.reduce((sum, { minor }) => sum + minor, 0),
    }).toEqual(expected.revenueRecognition)
  })

  test('the settlement by each of the six grounds, and its credit note', () => {
    const made = ended()
    const [note] = made.creditNotes
    const byGround = made.byGround.map(ground => ({
      ground: ground.ground,
      penaltyOwedByClientFen: ground.penaltyByClientMinor,
      penaltyOwedByProviderFen: ground.penaltyByProviderMinor,
      refundOfUnearnedFeeFen: ground.refundMinor,
      openInvoicesSetOffFen: ground.setOffMinor,
      netPayableToClientFen: ground.netToClientMinor,
    }))
    expect({
      termDays: made.termDays,
      servedDays: made.servedDays,
      contractTotalGrossFen: made.contractTotalMinor,
      penaltyBaseFen: made.penaltyBaseMinor,
      penaltyFen: made.penaltyMinor,
      earnedGrossFen: made.earnedMinor,
      unearnedGrossFen: made.unearnedMinor,
      creditNote: {
        forInvoice: note?.number,
        grossFen: note?.grossMinor,
        taxFen: note?.taxMinor,
        netFen: note?.netMinor,
        lines: note?.lines.map(line => ({ line: line.line, grossFen: line.grossMinor, taxFen: line.taxMinor })),
      },
      contractLiabilityLeftFen: made.contractLiabilityLeftMinor,
      byGround,
      actual: byGround.find(({ ground }) => ground === termination.actualGround),
      penaltyIsOutsideVat: made.penaltyIsOutsideVat,
    }).toEqual(expected.termination)
  })

  const ledger = (): Entry[] => {
    const made = ended()
    const actual = made.byGround.find(({ ground }) => ground === termination.actualGround)!
    const plan = extras()
    const settlement = unwrap(
      settlementEntries({
        settlement: 's1',
        date: termination.settledOn,
        currency: contract.currency,
        client: contract.clientKey,
        creditNotes: made.creditNotes.map(note => ({ ...note, id: note.bill })),
        penaltyByClientMinor: actual.penaltyByClientMinor,
        penaltyByProviderMinor: actual.penaltyByProviderMinor,
        setOff: [],
      }),
    )
    const paid = (id: string, date: string, via: 'bank' | 'stripe', minor: number) =>
      unwrap(paymentEntry(head(id, date, 'payment'), via, { appliedMinor: minor, unappliedMinor: 0 }))
    const entries = [
      unwrap(issueEntry(head('i1', invoice1.issuedOn, 'bill'), billedTotals(feeBill().lines))),
      ...payments1.map((p: { id: string; date: string; fen: number }) => paid(p.id, p.date, 'bank', p.fen)),
      unwrap(issueEntry(head('i2', invoice2.issuedOn, 'bill'), billedTotals(plan.lines))),
      ...payments2.map((p: { id: string; date: string }) => paid(p.id, p.date, 'stripe', plan.grossMinor)),
      ...recognised().map(({ month: name, date, minor }) =>
        unwrap(recognitionEntry(head(`rec-${name}`, date, 'recognition'), minor)),
      ),
      ...settlement,
      unwrap(refundEntry(head('refund', termination.refundPaidOn, 'refund'), actual.netToClientMinor)),
    ]
    return entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  }

  test('the ledger, entry by entry, and its balances', () => {
    const entries = ledger()
    expect(ledgerFaults(entries)).toEqual([])
    const fen = entries.map(({ date, postings }) => ({
      date,
      postings: postings.map(({ account, minor }) => ({ account, fen: minor })),
    }))
    expect(fen).toEqual(expected.ledger.entries)
    expect(balances(entries, contract.currency)).toEqual(expected.ledger.finalBalancesFen)
    const { asOf, balances: then } = expected.balancesAtMonthInvoiceIssueFen
    expect(balances(entries, contract.currency, asOf)).toEqual(then)
  })

  test('every explanation computes to the figure it explains', () => {
    const made = ended()
    const pairs: [Explanation, number][] = [
      ...[feeBill(), extras()].flatMap(taxed => [
        ...taxed.lines.flatMap((line): [Explanation, number][] => [
          [line.explanation, line.grossMinor],
          [line.taxExplanation, line.taxMinor],
        ]),
        ...taxed.taxGroups.map((group): [Explanation, number] => [group.explanation, group.taxMinor]),
      ]),
      [accrueLateFee(overdue(), lastDay()).explanation, claimed().minor],
      ...recognised().map((each): [Explanation, number] => [each.explanation, each.minor]),
      [made.earnedExplanation, made.earnedMinor],
      [made.penaltyExplanation, made.penaltyMinor],
      ...made.byGround.map((ground): [Explanation, number] => [ground.explanation, ground.netToClientMinor]),
      ...made.creditNotes.flatMap(note => [
        [note.taxExplanation, note.taxMinor] as [Explanation, number],
        ...note.lines.flatMap((line): [Explanation, number][] => [
          [line.explanation, line.grossMinor],
          [line.taxExplanation, line.taxMinor],
        ]),
      ]),
    ]
    expect(pairs.length).toBeGreaterThan(30)
    for (const [explanation, figure] of pairs) {
      expect([explanation.key, evaluate(explanation).toString(), explanation.figure]).toEqual([
        explanation.key,
        String(figure),
        String(figure),
      ])
    }
  })

  const dueOf = ({ rawDueOn, dueOn }: { rawDueOn: string; dueOn: string }) => ({ rawDueOn, dueOn })
})
