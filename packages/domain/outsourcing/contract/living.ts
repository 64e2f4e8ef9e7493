import * as z from 'zod'
import { Money } from '../../kernel/money.ts'
import { addDays, Instant, type LocalDate, localDateOf, Month, startOfDay } from '../../kernel/time.ts'
import { type BindingContract, type Contract, isBinding } from './contract.ts'
import { daysOf } from './days.ts'
import { printedClauses } from './template/fill.ts'
import { textOf } from './template/registry.ts'

/** done: kept; watch: somebody should look; running: under way; idle: nothing has called for it yet. */
export const ClauseState = z.enum(['done', 'watch', 'running', 'idle'])
export type ClauseState = z.infer<typeof ClauseState>

/**
 * One line of what happened, as a code with its figures; the reader's language puts it into words. `opens` names what the
 * figure is made of.
 */
export const ClauseLine = z
  .object({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number(), Money])),
    opens: z
      .object({
        kind: z.enum(['bill', 'tickets', 'visits', 'arrivals', 'devices', 'settlement', 'contract']),
        id: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'ClauseLine' })
export type ClauseLine = z.infer<typeof ClauseLine>

/** What became of the maintenance visit of a month. */
export const VisitMonth = z
  .object({ month: Month, state: z.enum(['done', 'moved', 'missed', 'planned']) })
  .meta({ id: 'ContractVisitMonth' })
export type VisitMonth = z.infer<typeof VisitMonth>

/** Minutes that each counted arrival took, ascending, against the minutes promised (absent where sites differ). */
export const ArrivalSpread = z
  .object({ minutes: z.array(z.int()), promised: z.int().optional() })
  .meta({ id: 'ContractArrivalSpread' })
export type ArrivalSpread = z.infer<typeof ArrivalSpread>

export const ClauseOutcome = z
  .object({
    no: z.string(),
    state: ClauseState,
    lines: z.array(ClauseLine),
    /** 2(1)(5) only. */
    months: z.array(VisitMonth).optional(),
    /** 3(6) and 3(7) only. */
    spread: ArrivalSpread.optional(),
  })
  .meta({ id: 'ClauseOutcome' })
export type ClauseOutcome = z.infer<typeof ClauseOutcome>

export const LivingContract = z
  .object({
    asOf: Instant,
    clauses: z.array(ClauseOutcome),
    /** Clauses to watch, the worst first. */
    watch: z.array(z.string()),
    /** Optional terms of clause 7 without an agreement: no promise in this contract. */
    noPromise: z.array(z.string()),
  })
  .meta({ id: 'LivingContract' })
export type LivingContract = z.infer<typeof LivingContract>

/** What other modules know of the contract's execution. A module that has nothing to say leaves its part out. */
export type LivingFacts = {
  bill?: { id: string; number: string; issuedOn: LocalDate; dueOn: LocalDate; open: Money; total: Money; paidOn?: LocalDate }
  lateFee?: { accrued: Money; days: number; decided: 'open' | 'claimed' | 'waived' }
  extras?: { billed: Money; waiting: Money }
  covered?: { minutes: number; tickets: number; parts: Money }
  visits?: { months: VisitMonth[]; next?: { on: LocalDate; id: string } }
  protection?: { pcs: number; antivirus: number; backup: number }
  /** `minutes` ascending, one for each counted arrival. */
  arrivals?: {
    clause: '3(6)' | '3(7)'
    met: number
    counted: number
    medianMinutes?: number
    worstMinutes?: number
    minutes?: number[]
  }[]
  restores?: { met: number; counted: number }
  breaches?: { clause: string; count: number }[]
  quotes?: { waiting: number; accepted: number }
}

/** The right-hand side of the living contract: a node for each clause that the system executes, none for mere text. */
export function livingContract(contract: Contract, facts: LivingFacts, now: Instant): LivingContract {
  const text = textOf(contract.terms)
  const acting = printedClauses(text).filter(({ acts }) => acts)
  const clauses = acting.flatMap(({ no }): ClauseOutcome[] => {
    const outcome = isBinding(contract) ? outcomeOf(no, contract, facts, now) : undefined
    return outcome ? [{ no, ...outcome }] : []
  })
  return {
    asOf: now,
    clauses,
    watch: clauses.filter(({ state }) => state === 'watch').map(({ no }) => no),
    noPromise: text.clauses.filter(({ agreed }) => !agreed).map(({ no }) => no),
  }
}

type Outcome = Omit<ClauseOutcome, 'no'>
const line = (code: string, params: ClauseLine['params'] = {}, opens?: ClauseLine['opens']): ClauseLine => ({
  code,
  params,
  ...(opens && { opens }),
})
const outcome = (state: ClauseState, ...lines: ClauseLine[]): Outcome => ({ state, lines })

function outcomeOf(no: string, contract: BindingContract, facts: LivingFacts, now: Instant): Outcome | undefined {
  switch (no) {
    case '1(2)':
      return term(contract, now)
    case '1(3)':
      return payment(contract, facts, now)
    case '1(4)':
      return lateFee(facts)
    case '2(1)(4)':
      return facts.covered && covered(facts.covered)
    case '2(1)(5)':
      return facts.visits && visits(facts.visits)
    case '2(2)(3)':
      return facts.protection && protection(facts.protection)
    case '2(3)(2)':
      return facts.quotes && quotes(facts.quotes)
    case '3(4)':
    case '3(5)': {
      const count = facts.breaches?.find(({ clause }) => clause === no)?.count ?? 0
      return (
        facts.breaches &&
        (count > 0 ? outcome('watch', line('duty.breached', { count }, tickets)) : outcome('idle', line('duty.kept')))
      )
    }
    case '3(6)':
    case '3(7)':
      return (
        facts.arrivals &&
        arrivals(
          facts.arrivals.find(({ clause }) => clause === no),
          promisedMinutes(contract, no),
        )
      )
    case '4':
      return contract.ending
        ? outcome(
            'running',
            line('ending.notice', { lastDay: contract.ending.lastServiceDay, by: contract.ending.by }, { kind: 'settlement' }),
          )
        : outcome('idle', line('ending.if-ended-today', {}, { kind: 'settlement' }))
    case '6':
      return renewal(contract)
    case '7(a)':
      return facts.restores && restores(facts.restores)
    case '7(d)':
      return facts.extras && outcome(facts.extras.billed.minor > 0 ? 'done' : 'idle', line('extras.billed', facts.extras))
    default:
      return undefined
  }
}

const tickets = { kind: 'tickets' } as const

function term(contract: BindingContract, now: Instant): Outcome {
  const days = daysOf(contract, now)
  if (contract.status === 'ended') return outcome('done', line('term.ended', { on: contract.endedOn, ...days }))
  const { from } = contract.terms.term
  if (localDateOf(now, contract.terms.billingZone) < from) return outcome('running', line('term.ahead', { on: from, ...days }))
  return outcome('running', line('term.day', days))
}

function payment(contract: BindingContract, { bill }: LivingFacts, now: Instant): Outcome {
  if (!bill) {
    const before = contract.opening
    if (before) return outcome('done', line('fee.before', { paid: before.paid, billed: before.billed }))
    return outcome('running', line('fee.billing', contract.schedule[0] ? { on: contract.schedule[0].invoiceOn } : {}))
  }
  const opens = { kind: 'bill', id: bill.id } as const
  const figures = { number: bill.number, issuedOn: bill.issuedOn, dueOn: bill.dueOn, total: bill.total, open: bill.open }
  if (bill.open.minor === 0) {
    const late = bill.paidOn !== undefined && bill.paidOn > bill.dueOn
    return outcome(
      'done',
      line(late ? 'fee.paid-late' : 'fee.paid', { ...figures, ...(bill.paidOn && { paidOn: bill.paidOn }) }, opens),
    )
  }
  const overdue = localDateOf(now, contract.terms.billingZone) > bill.dueOn
  return overdue ? outcome('watch', line('fee.overdue', figures, opens)) : outcome('running', line('fee.open', figures, opens))
}

function lateFee({ lateFee: fee, bill }: LivingFacts): Outcome {
  if (!fee || fee.accrued.minor === 0) return outcome('idle', line('late-fee.never'))
  const opens = bill && ({ kind: 'bill', id: bill.id } as const)
  if (fee.decided === 'open') return outcome('watch', line('late-fee.undecided', { accrued: fee.accrued, days: fee.days }, opens))
  return outcome('done', line(`late-fee.${fee.decided}`, { accrued: fee.accrued, days: fee.days }, opens))
}

const covered = ({ minutes, tickets: count, parts }: NonNullable<LivingFacts['covered']>): Outcome =>
  outcome(count > 0 ? 'done' : 'idle', line('covered.work', { minutes, tickets: count, parts }, tickets))

function visits({ months, next }: NonNullable<LivingFacts['visits']>): Outcome {
  const count = (state: string) => months.filter(month => month.state === state).length
  const figures = { done: count('done'), of: months.length, moved: count('moved'), missed: count('missed') }
  const opens = { kind: 'visits' } as const
  if (figures.missed > 0) return { ...outcome('watch', line('visits.missed', figures, opens)), months }
  if (next) return { ...outcome('running', line('visits.next', { ...figures, on: next.on }, opens)), months }
  return { ...outcome('done', line('visits.done', figures, opens)), months }
}

function protection({ pcs, antivirus, backup }: NonNullable<LivingFacts['protection']>): Outcome {
  const gaps = 2 * pcs - antivirus - backup
  return outcome(gaps > 0 ? 'watch' : 'done', line('protection', { pcs, antivirus, backup, gaps }, { kind: 'devices' }))
}

const quotes = ({ waiting, accepted }: NonNullable<LivingFacts['quotes']>): Outcome =>
  outcome(waiting > 0 ? 'running' : accepted > 0 ? 'done' : 'idle', line('quotes', { waiting, accepted }, tickets))

/** N of the only site, or of all where they agree; 3(7) is the same everywhere. */
function promisedMinutes({ terms }: BindingContract, clause: '3(6)' | '3(7)'): number | undefined {
  if (clause === '3(7)') return terms.severeArrivalMinutes
  const different = new Set(terms.sites.map(({ arrivalMinutes }) => arrivalMinutes))
  return different.size === 1 ? terms.sites[0]?.arrivalMinutes : undefined
}

function arrivals(facts: NonNullable<LivingFacts['arrivals']>[number] | undefined, promised: number | undefined): Outcome {
  if (!facts || facts.counted === 0) return outcome('idle', line('arrivals.none'))
  const { met, counted, medianMinutes, worstMinutes, minutes } = facts
  const shown = outcome(
    met < counted ? 'watch' : 'done',
    line(
      'arrivals',
      {
        met,
        counted,
        ...(medianMinutes !== undefined && { medianMinutes }),
        ...(worstMinutes !== undefined && { worstMinutes }),
      },
      { kind: 'arrivals' },
    ),
  )
  return minutes ? { ...shown, spread: { minutes, ...(promised !== undefined && { promised }) } } : shown
}

const restores = ({ met, counted }: NonNullable<LivingFacts['restores']>): Outcome =>
  counted === 0
    ? outcome('idle', line('restores.none'))
    : outcome(met < counted ? 'watch' : 'done', line('restores', { met, counted }, tickets))

function renewal(contract: BindingContract): Outcome {
  const { term: dates, renewalReminderDays, billingZone } = contract.terms
  if (contract.status === 'ended') return outcome('done', line('renewal.ended', { on: contract.endedOn }))
  const remindOn = addDays(dates.to, -renewalReminderDays)
  if (contract.progress.remindAt === undefined && startOfDay(remindOn, billingZone) >= contract.activatedAt)
    return outcome('running', line('renewal.reminded', { on: remindOn, lastDay: addDays(dates.to, -1) }, { kind: 'contract' }))
  return outcome('running', line('renewal.reminder', { on: remindOn, lastDay: addDays(dates.to, -1) }, { kind: 'contract' }))
}
