import type { ClauseOutcome, ClauseState } from '@pactdesk/domain/outsourcing/contract/living'
import type { Clause } from '@pactdesk/domain/outsourcing/contract/template/fill'

export type ContractSection = {
  head: Clause
  /** Its printed clauses in order, sub-headings included. */
  clauses: Clause[]
  /** The most pressing state of its clauses; absent where none of them acts. */
  state?: ClauseState
}

/** Most pressing first. */
const order: readonly ClauseState[] = ['watch', 'running', 'done', 'idle']

/** Clauses under their headings 1 to 7, each with the state that matters most. Terms that are not agreed are left out. */
export function sectionsOf(clauses: readonly Clause[], outcomes: readonly ClauseOutcome[] = []): ContractSection[] {
  const printed = clauses.filter(({ agreed }) => agreed)
  return printed
    .filter(({ level }) => level === 0)
    .map(head => {
      const own = printed.filter(({ no, level }) => level > 0 && no.startsWith(`${head.no}(`))
      const states = outcomes.filter(({ no }) => no === head.no || no.startsWith(`${head.no}(`)).map(({ state }) => state)
      const state = order.find(one => states.includes(one))
      return { head, clauses: own, ...(state && { state }) }
    })
}

/** Clauses whose words differ between two versions, in the order of the newer; those that fell away come last. */
export function changedClauses(older: readonly Clause[], newer: readonly Clause[]): string[] {
  const words = ({ text, title, agreed }: Clause): string => (agreed ? JSON.stringify([title ?? null, text ?? null]) : '')
  const before = new Map(older.map(clause => [clause.no, words(clause)]))
  const now = new Map(newer.map(clause => [clause.no, words(clause)]))
  return [
    ...newer.filter(clause => (before.get(clause.no) ?? '') !== words(clause)).map(({ no }) => no),
    ...older.filter(({ no }) => !now.has(no)).map(({ no }) => no),
  ]
}
