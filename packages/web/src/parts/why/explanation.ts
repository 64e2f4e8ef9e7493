import { formatDate, formatDateTime } from '../../format/date.ts'
import { formatMinutes } from '../../format/duration.ts'
import type { Bilingual, Language } from '../../format/language.ts'
import { inLanguage } from '../../format/language.ts'
import type { Money } from '../../format/money.ts'
import { formatMoney } from '../../format/money.ts'
import { formatNumber, formatRate } from '../../format/number.ts'

/** A value in an explanation: typed, so that each language writes it its own way. `decimal` and `rate` are exact texts. */
export type Value =
  | { kind: 'money'; money: Money }
  | { kind: 'minutes'; minutes: number; days?: boolean }
  | { kind: 'count'; count: number; unit?: Bilingual }
  | { kind: 'decimal'; text: string; unit?: Bilingual }
  | { kind: 'rate'; rate: string }
  | { kind: 'date'; date: string }
  | { kind: 'instant'; instant: string; zone: string }
  | { kind: 'text'; text: Bilingual }

/** One term: `operator` stands before it; the first has none, the result has `=`. */
export type Term = {
  operator?: '+' | '−' | '×' | '÷' | '=' | '(' | ')'
  label: Bilingual
  value: Value
  clause?: string
  /** Marks the term whose figure is being explained. */
  result?: boolean
}

export type ExplanationRow = { label: Bilingual; text: Bilingual; note?: Bilingual; value?: Value }

/** What the figure rests on; `href` opens it in the app. Cells follow `columns`. */
export type Source = { id: string; label: Bilingual; href?: string; cells: readonly Value[] }

/** Why a figure says what it says: the same shape for clocks, bills, settlements, coverage. */
export type Explanation = {
  title: Bilingual
  value: Value
  equation: readonly Term[]
  clause?: {
    number: string
    /** The signed words, shown in serif. */
    quote?: Bilingual
    contract?: { id: string; label: string }
  }
  rows: readonly ExplanationRow[]
  rounding?: { exact: string; rule: Bilingual }
  sources?: { columns: readonly Bilingual[]; items: readonly Source[]; sum?: readonly Value[] }
  /** Instant as of which it was computed, and the zone to tell it in. */
  asOf: { instant: string; zone: string }
}

/** A value in words. */
export function writeValue(value: Value, language: Language): string {
  const unit = (text: Bilingual | undefined): string => (text ? ` ${inLanguage(text, language)}` : '')
  switch (value.kind) {
    case 'money':
      return formatMoney(value.money, language)
    case 'minutes':
      return formatMinutes(value.minutes, language, { days: value.days ?? false })
    case 'count':
      return formatNumber(value.count, language) + unit(value.unit)
    case 'decimal':
      return value.text.replace('-', '−') + unit(value.unit)
    case 'rate':
      return formatRate(value.rate, language)
    case 'date':
      return formatDate(value.date, language)
    case 'instant':
      return formatDateTime(value.instant, value.zone, language)
    case 'text':
      return inLanguage(value.text, language)
  }
}
