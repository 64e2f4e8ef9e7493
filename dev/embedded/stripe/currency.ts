import { type Language, langTag } from '../web/language.ts'

/** Currencies that Stripe counts without decimals, and with three (docs.stripe.com/currencies); all others have two. */
const whole = new Set(['bif', 'clp', 'djf', 'gnf', 'jpy', 'kmf', 'krw', 'mga', 'pyg', 'rwf', 'vnd', 'vuv', 'xaf', 'xof', 'xpf'])
const thousandths = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd'])

const known = new Set(Intl.supportedValuesOf('currency').map(code => code.toLowerCase()))

/** Whether it is the lower-case code of a currency. */
export const isCurrency = (code: string): boolean => known.has(code)

/** Amount in minor units as people read it, e.g. 128600 cny as ¥1,286.00. Exact: no division. */
export function formatAmount(minor: number, currency: string, language: Language): string {
  const digits = whole.has(currency) ? 0 : thousandths.has(currency) ? 3 : 2
  const padded = String(Math.abs(minor)).padStart(digits + 1, '0')
  const decimal = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
  const format = new Intl.NumberFormat(langTag[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return (minor < 0 ? '−' : '') + format.format(decimal as `${number}`)
}
