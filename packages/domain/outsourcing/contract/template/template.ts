import type { ContractTerms } from '../terms.ts'

export const languages = ['zh', 'en'] as const
/** Chinese is the language that is signed; English is its translation. */
export type Language = (typeof languages)[number]
export type Text = Record<Language, string>

/** What a clause is to the system. `text` is kept and shown; every other kind is executed. */
export type ClauseKind =
  | 'head'
  | 'fees'
  | 'term'
  | 'payment'
  | 'right'
  | 'cover'
  | 'plan'
  | 'guard'
  | 'price'
  | 'deliverable'
  | 'duty'
  | 'clock'
  | 'settlement'
  | 'dispute'
  | 'renewal'
  | 'text'

/** A fact of the terms on which wording depends; `facts` tells it. */
export type Fact =
  | 'lateFee'
  | 'lateFeeCap'
  | 'arbitration'
  | 'accessLine'
  | 'standbyServer'
  | 'reinstall'
  | 'training'
  | 'discountCard'
  | 'partsLabourFree'
  | 'bank'
  | 'restore'
  | 'severeAtClosing'
  | 'extras'
  | 'outOfScope'
  | 'allocationOrder'
  | 'refundByDay'
  | 'response'
  | 'pauses'

/** Words with `{placeholders}`; the first wording whose fact holds is printed, one without a fact always holds. */
export type Wording = { when?: Fact; text: Text }

export type ClauseTemplate = {
  /** `2(1)(4)`; typed optional terms are `7(a)` …, a text of its own `7(1)` …. */
  no: string
  title?: Text
  wordings: readonly Wording[]
  /** Whether the system does something about it by itself. */
  acts: boolean
  kind: ClauseKind
  /** An optional term: printed only where the fact holds; elsewhere there is no promise in the contract. */
  optional?: Fact
}

export type ContractTemplate = {
  id: string
  version: number
  name: Text
  preamble: Text
  closing: Text
  clauses: readonly ClauseTemplate[]
  /** What the template itself says where a draft says nothing. */
  defaults: Omit<
    ContractTerms,
    'template' | 'number' | 'client' | 'provider' | 'currency' | 'term' | 'billingZone' | 'feeLines' | 'calendar' | 'sites'
  >
}
