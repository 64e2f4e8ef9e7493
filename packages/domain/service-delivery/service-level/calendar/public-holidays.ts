import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { LocalDate } from '../../../kernel/time.ts'

/** What a State Council notice says of one date. */
export type PublicDay = { works: boolean; name: { en: string; zh: string } }

/** "National Day,国庆节,3": English, Chinese, days of the holiday. */
function read([date, text]: [string, string], works: boolean): [LocalDate, PublicDay] {
  const [en = '', zh = ''] = text.split(',')
  return [date, { works, name: { en, zh } }]
}

const china = new Map<LocalDate, PublicDay>([
  ...Object.entries(published.holidays).map(entry => read(entry, false)),
  ...Object.entries(published.workdays).map(entry => read(entry, true)),
])
const lastAnnounced = [...china.keys()].reduce((last, date) => (date > last ? date : last), '').slice(0, 4)

/** China's rule for a date, if a notice names it: a holiday, or a weekend day that is worked (调休). */
export const chinesePublicDay = (date: LocalDate): PublicDay | undefined => china.get(date)

/** A date of a year that no notice covers yet: counted Monday to Friday until one does. */
export const isUnannounced = (date: LocalDate): boolean => date.slice(0, 4) > lastAnnounced
