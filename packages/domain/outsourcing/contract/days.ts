import { addDays, daysBetween, type Instant, localDateOf } from '../../kernel/time.ts'
import { type Contract, servedUntil } from './contract.ts'

/** "Day 314 of 365": today counts as served; nothing is served after an early end. */
export function daysOf(contract: Contract, now: Instant): { served: number; all: number; left: number } {
  const { from, to } = contract.terms.term
  const today = localDateOf(now, contract.terms.billingZone)
  const all = daysBetween(from, to)
  const until = servedUntil(contract)
  const served = Math.max(0, Math.min(daysBetween(from, addDays(today, 1)), daysBetween(from, until)))
  return { served, all, left: Math.max(0, daysBetween(from, until) - served) }
}
