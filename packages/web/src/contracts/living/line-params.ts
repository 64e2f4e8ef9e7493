import type { ClauseLine } from '@pactdesk/domain/outsourcing/contract/living'
import { formatDate } from '../../format/date.ts'
import { formatMinutes, formatWorked } from '../../format/duration.ts'
import type { Language } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'

/**
 * Figures of a line as its words take them: money, dates and minutes written out; other numbers stay numbers, so that plurals
 * can follow them.
 */
export function lineParams({ params }: ClauseLine, language: Language): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'object') return [name, formatMoney(value, language)]
      if (typeof value === 'number') return [name, writeNumber(name, value, language)]
      return [name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, language, 'plain') : value]
    }),
  )
}

function writeNumber(name: string, value: number, language: Language): string | number {
  if (name === 'minutes') return formatMinutes(value, language)
  return /Minutes$/.test(name) ? formatWorked(value, language) : value
}
