import * as z from 'zod'
import { minorDigitsOf } from './currency.ts'
import { type Ratio, ratio, roundHalfAwayFromZero } from './ratio.ts'
import { DomainFailure, invalid, ok, type Result } from './result.ts'

/** ISO 4217 code of a currency that is in use. There is no default currency. */
export const Currency = z
  .string()
  .refine(code => minorDigitsOf(code) !== undefined, 'an ISO 4217 currency code such as CNY')
  .meta({ id: 'Currency' })
export type Currency = z.infer<typeof Currency>

/** A whole number of minor units (fen, cents, yen); at most 2^53 - 1. */
export const Minor = z.int().meta({ id: 'Minor' })

/** Largest single amount that is taken from outside, in minor units: hundreds of such amounts still sum exactly. */
export const largestAmount = 10_000_000_000_000

/** An amount that somebody paid or asks for, in minor units: above zero, at most `largestAmount`. */
export const Amount = z.int().min(1).max(largestAmount).meta({ id: 'Amount' })

/** A sum of money. `minor` counts minor units: 36,000.00 CNY is `{ currency: 'CNY', minor: 3600000 }`. */
export const Money = z.object({ currency: Currency, minor: Minor }).meta({ id: 'Money' })
export type Money = z.infer<typeof Money>

export const money = (currency: Currency, minor: number): Money => ({ currency, minor: safe(minor) })

/** Throws on different currencies: commands check them where they enter. */
export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw mixed(a.currency, b.currency)
  return money(a.currency, a.minor + b.minor)
}
export const negate = (a: Money): Money => money(a.currency, a.minor === 0 ? 0 : -a.minor)
export const subtract = (a: Money, b: Money): Money => add(a, negate(b))

/** Sum of a list that may be empty, therefore with its currency. */
export const sum = (currency: Currency, list: readonly Money[]): Money => list.reduce(add, money(currency, 0))

/** Amount × an exact factor, rounded once, half away from zero. */
export const times = (a: Money, factor: Ratio | number | string): Money =>
  money(a.currency, roundHalfAwayFromZero(ratio(a.minor).mul(ratio(factor))))

/** Sum of minor units with the overflow checked. */
export const sumMinor = (list: readonly number[]): number => list.reduce((total, minor) => safe(total + minor), 0)

/** `36000.00` → 3600000 fen. Refuses more decimals than the currency has; knows no separators or symbols. */
export function parseMajor(currency: Currency, text: string): Result<Money> {
  const digits = minorDigitsOf(currency)
  if (digits === undefined) return invalid('money.currency-unknown', `${currency} is not a currency in use`, { currency })
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text)
  if (!match) return invalid('money.not-an-amount', `${text} is not an amount such as 1250.00`, { text })
  const fraction = match[3] ?? ''
  if (fraction.replace(/0+$/, '').length > digits) {
    return invalid('money.too-many-decimals', `${currency} has ${digits} decimals, ${text} has more`, { text, digits })
  }
  const minor = Number(`${match[2]}${fraction.slice(0, digits).padEnd(digits, '0')}`)
  if (!Number.isSafeInteger(minor)) return invalid('money.too-large', `${text} is too large`, { text })
  return ok(money(currency, match[1] === '-' && minor !== 0 ? -minor : minor))
}

/** 3600000 fen → `36000.00`: a plain decimal for files and equations; display is the reader's locale's affair. */
export function majorText(value: Money): string {
  const digits = minorDigitsOf(value.currency) ?? 2
  const text = String(Math.abs(value.minor)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  return `${value.minor < 0 ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ''}`
}

function safe(minor: number): number {
  if (Number.isSafeInteger(minor)) return minor
  throw new DomainFailure({
    code: 'money.too-large',
    kind: 'invalid',
    detail: `${minor} is not a safe whole number of minor units`,
  })
}

const mixed = (a: string, b: string) =>
  new DomainFailure({ code: 'money.currency-mismatch', kind: 'invalid', detail: `${a} and ${b} can't be added` })
