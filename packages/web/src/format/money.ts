import type { Language } from './language.ts'
import { numberFormat, withMinus } from './number.ts'

/** Integer minor units with their currency (fen, cents, yen …). */
export type Money = { currency: string; minor: number }

/** Decimals of a currency as ISO 4217 has them: CNY 2, JPY 0, KWD 3. */
export const decimalsOf = (currency: string): number =>
  numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Exact decimal text of minor units: `286000` CNY is `2860.00`. Works on digits, never on a float. */
export function decimalText({ currency, minor }: Money): `${number}` {
  const decimals = decimalsOf(currency)
  const digits = Math.abs(minor)
    .toString()
    .padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = minor < 0 ? '-' : ''
  return (decimals ? `${sign}${whole}.${digits.slice(-decimals)}` : `${sign}${whole}`) as `${number}`
}

export type MoneyDisplay = 'symbol' | 'code' | 'none'

/** `¥1,286.00`; `code` where a screen has more than one currency (`CNY 1,286.00`), `none` in columns of one currency. */
export function formatMoney(money: Money, language: Language, display: MoneyDisplay = 'symbol'): string {
  const decimals = decimalsOf(money.currency)
  const options: Intl.NumberFormatOptions =
    display === 'none'
      ? { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
      : { style: 'currency', currency: money.currency, currencyDisplay: display === 'code' ? 'code' : 'narrowSymbol' }
  return withMinus(numberFormat(language, options).format(decimalText(money)))
}

/** What a person typed (`1,286.5`, `￥1286`, full-width digits) as minor units; `undefined` when it is no amount. */
export function parseMoney(text: string, currency: string): Money | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s¥$€£]/g, '')
    .replace(/^−/, '-')
  const match = /^(-?)(\d{1,13})(?:\.(\d*))?$/.exec(plain)
  if (!match) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const decimals = decimalsOf(currency)
  if (fraction.replace(/0+$/, '').length > decimals) return undefined
  const minor = Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))
  return { currency, minor: sign && minor ? -minor : minor }
}
