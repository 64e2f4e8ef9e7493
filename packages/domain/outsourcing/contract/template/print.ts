import { capitalNumerals } from '../../../kernel/capital-numerals.ts'
import { type Money, majorText, money } from '../../../kernel/money.ts'
import { exactText, ratio, roundHalfAwayFromZero } from '../../../kernel/ratio.ts'
import { addDays, addMonths, daysBetween, type LocalDate } from '../../../kernel/time.ts'
import type { Language } from './template.ts'

/** Thousands by comma: `36,000.00`. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`
}

/** As a contract writes money: `人民币 36,000.00 元`, `CNY 36,000.00`. */
export function printMoney(value: Money, language: Language): string {
  const amount = grouped(majorText(value))
  if (language === 'en') return `${value.currency} ${amount}`
  return value.currency === 'CNY' ? `人民币 ${amount} 元` : `${value.currency} ${amount}`
}

/** `（大写：人民币叁万陆仟元整）`; only the renminbi has capital numerals, and only for amounts that are not negative. */
export function printCapitals(value: Money, language: Language): string {
  if (value.currency !== 'CNY') return ''
  const capitals = capitalNumerals(value.minor)
  if (!capitals.ok) return ''
  return language === 'zh' ? `（大写：${capitals.value}）` : ` (in capital numerals: ${capitals.value})`
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** `2026年10月1日`, `1 October 2026`. */
export function printDate(date: LocalDate, language: Language): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${monthNames[month - 1]} ${year}`
}

/** A share as a percentage: `0.06` → `6%`, `6 %`. */
export const printShare = (share: string, language: Language): string =>
  `${exactText(ratio(share).mul(100))}${language === 'zh' ? '%' : ' %'}`

/** `rate` less `discount`, rounded once to the minor unit. */
export const discounted = (rate: Money, discount: string): Money =>
  money(rate.currency, roundHalfAwayFromZero(ratio(rate.minor).mul(ratio(1).sub(ratio(discount)))))

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Length of half-open dates in whole years, whole months or days: `一年`, `six months`, `共 92 日`. */
export function printTermLength({ from, to }: { from: LocalDate; to: LocalDate }, language: Language): string {
  const months = wholeMonths(from, to)
  if (months !== undefined && months % 12 === 0) {
    const years = months / 12
    return language === 'zh' ? `${digits[years] ?? years}年` : `${words[years] ?? years} year${years === 1 ? '' : 's'}`
  }
  if (months !== undefined)
    return language === 'zh' ? `${digits[months] ?? months}个月` : `${words[months] ?? months} month${months === 1 ? '' : 's'}`
  const days = daysBetween(from, to)
  return language === 'zh' ? `共 ${days} 日` : `${days} day${days === 1 ? '' : 's'}`
}

/** Whole months between two dates if there are such; from the month's last day a clamped end counts as whole. */
function wholeMonths(from: LocalDate, to: LocalDate): number | undefined {
  const estimate = Math.round(daysBetween(from, to) / 30.4)
  return [estimate - 1, estimate, estimate + 1].find(months => months > 0 && addMonths(from, months) === to)
}

/** Last day that still belongs to half-open dates. */
export const lastDayOf = ({ to }: { to: LocalDate }): LocalDate => addDays(to, -1)
