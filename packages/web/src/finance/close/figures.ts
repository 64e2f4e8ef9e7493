import type { MonthView } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { type UnitState, unitStates } from '../../parts/marks/UnitStateChip.tsx'

export type Cell = MonthView['total']['delivered']
export type SixStates = Record<UnitState, Cell>
type Row = Pick<MonthView['total'], 'delivered' | 'states'>

const none: Cell = { units: 0, minutes: 0, minor: 0 }
const addCells = (a: Cell, b: Cell): Cell => ({
  units: a.units + b.units,
  minutes: a.minutes + b.minutes,
  minor: a.minor + b.minor,
})

/** The six states of the close: what a draft has claimed is still billable until the draft is issued. */
export const sixStates = ({ states }: Row): SixStates =>
  Object.fromEntries(
    unitStates.map(state => [state, state === 'billable' ? addCells(states.billable, states.claimed) : states[state]]),
  ) as SixStates

/** Units on a draft, which are among the billable ones. */
export const onDraft = ({ states }: Row): number => states.claimed.units

/** Whether delivered = sum of the states, in units, minutes and money. */
export function agrees(row: Row): boolean {
  const sum = Object.values(row.states).reduce(addCells, none)
  const { delivered } = row
  return sum.units === delivered.units && sum.minutes === delivered.minutes && sum.minor === delivered.minor
}

export const unitsOfStates = ({ states }: Row): number => Object.values(states).reduce((sum, { units }) => sum + units, 0)

export type Verdict = 'not-over' | 'blocked' | 'ready' | 'closing' | 'closed' | 'empty'

/** What the title of a month says. An empty month can close too: nothing is an answer. */
export function verdictOf(month: Pick<MonthView, 'status' | 'over' | 'blocks' | 'total'>): Verdict {
  if (month.status !== 'open') return month.status
  if (!month.over) return 'not-over'
  if (month.blocks.length > 0) return 'blocked'
  return month.total.delivered.units === 0 ? 'empty' : 'ready'
}

/** The verdict over all clients: what keeps any of them from closing comes first. */
export function boardVerdict(months: readonly MonthView[]): 'none' | 'not-over' | 'blocked' | 'ready' | 'closed' {
  const verdicts = months.map(verdictOf)
  if (verdicts.length === 0) return 'none'
  if (verdicts.includes('blocked')) return 'blocked'
  if (verdicts.includes('not-over')) return 'not-over'
  return verdicts.every(verdict => verdict === 'closed') ? 'closed' : 'ready'
}

/** Sums of all clients that have the same currency as the first; the other currencies are sums of their own. */
export function sumMonths(months: readonly MonthView[]): { currency: string; total: Row }[] {
  const currencies = [...new Set(months.map(({ currency }) => currency))]
  return currencies.map(currency => {
    const of = months.filter(month => month.currency === currency)
    const delivered = of.map(({ total }) => total.delivered).reduce(addCells, none)
    const names = Object.keys(of[0]?.total.states ?? {}) as (keyof Row['states'])[]
    const states = Object.fromEntries(
      names.map(name => [name, of.map(({ total }) => total.states[name]).reduce(addCells, none)]),
    ) as Row['states']
    return { currency, total: { delivered, states } }
  })
}

export type StepState = 'done' | 'current' | 'todo'

/** Collect, explain, close, bill: what is behind the month, what is now, what is to come. */
export function stepsOf(month: MonthView): Record<'collect' | 'explain' | 'close' | 'bill', StepState> {
  const verdict = verdictOf(month)
  const billed = month.bill?.status === 'issued'
  const at = { 'not-over': 0, blocked: 1, ready: 2, empty: 2, closing: 2, closed: billed ? 4 : 3 }[verdict]
  const state = (index: number): StepState => (index < at ? 'done' : index === at ? 'current' : 'todo')
  return { collect: state(0), explain: state(1), close: state(2), bill: state(3) }
}
