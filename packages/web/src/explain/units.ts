import { type Ratio, ratio } from '@pactdesk/domain/kernel/ratio'
import type { Term } from '@pactdesk/domain/outsourcing/billing/explanation'
import type { TermName } from '@pactdesk/domain/outsourcing/billing/explanation-words'

/** What a number of an equation counts: minor units of money, a share, minutes, days, or things. */
export type Unit = 'money' | 'rate' | 'minutes' | 'days' | 'count'

const units: Record<TermName, Unit> = {
  'billing.term.amount': 'money',
  'billing.term.cap': 'money',
  'billing.term.cap-share': 'rate',
  'billing.term.claimed-before': 'money',
  'billing.term.claimed-before-exact': 'money',
  'billing.term.contract-total': 'money',
  'billing.term.credited': 'money',
  'billing.term.credited-tax': 'money',
  'billing.term.days': 'days',
  'billing.term.days-of-period': 'days',
  'billing.term.discount': 'rate',
  'billing.term.fee': 'money',
  'billing.term.fee-still-to-bill': 'money',
  'billing.term.late-days': 'days',
  'billing.term.late-fee-exact': 'money',
  'billing.term.line-gross': 'money',
  'billing.term.list-rate': 'money',
  'billing.term.minutes-per-hour': 'minutes',
  'billing.term.overdue': 'money',
  'billing.term.part-claimed': 'rate',
  'billing.term.penalty-by-client': 'money',
  'billing.term.penalty-by-provider': 'money',
  'billing.term.penalty-rate': 'rate',
  'billing.term.quantity': 'count',
  'billing.term.rate-per-day': 'rate',
  'billing.term.recorded-minutes': 'minutes',
  'billing.term.refund': 'money',
  'billing.term.set-off': 'money',
  'billing.term.step-minutes': 'minutes',
  'billing.term.stored-gross': 'money',
  'billing.term.stored-tax': 'money',
  'billing.term.tax-rate': 'rate',
  'billing.term.unit-agreed': 'money',
  'billing.term.unit-cost': 'money',
  'billing.term.unit-quote': 'money',
  'billing.term.unpaid': 'money',
  'billing.term.weight': 'count',
  'billing.term.weights': 'count',
  'financial.term.days-of-term': 'days',
  'financial.term.days-served': 'days',
  'financial.term.net-fee': 'money',
}

const isName = (name: string | undefined): name is TermName => name !== undefined && name in units

/** The unit of any part of an equation: money times anything is money, money over money is a number. */
export function unitOf(term: Term): Unit {
  switch (term.kind) {
    case 'value':
      return isName(term.name) ? units[term.name] : 'count'
    case 'add':
    case 'min':
      return strongest(term.terms.map(unitOf))
    case 'subtract':
      return strongest([unitOf(term.left), unitOf(term.right)])
    case 'round':
    case 'round-up':
      return unitOf(term.term)
    case 'share':
      return strongest(term.terms.map(unitOf))
    case 'multiply':
    case 'divide': {
      const power = moneyPower(term)
      if (power !== 0) return 'money'
      const factors = ('terms' in term ? term.terms : [term.left]).map(unitOf).filter(unit => unit !== 'count')
      return factors.length === 1 ? (factors[0] ?? 'count') : factors.every(unit => unit === 'rate') ? 'rate' : 'count'
    }
  }
}

/** How often money is a factor: 1 for an amount, 0 for a number. */
function moneyPower(term: Term): number {
  if (term.kind === 'multiply') return term.terms.map(moneyPower).reduce((sum, power) => sum + power, 0)
  if (term.kind === 'divide') return moneyPower(term.left) - moneyPower(term.right)
  return unitOf(term) === 'money' ? 1 : 0
}

/** A number beside a unit has that unit: 1 − 20 % is a share. */
const strongest = (found: readonly Unit[]): Unit => found.find(unit => unit !== 'count') ?? 'count'

/** An exact number as the domain stores it. */
export const exact = (text: string): Ratio => ratio(text)
