import type { Ratio } from '@pactdesk/domain/kernel/ratio'
import { decimalsOf, formatMoney } from '../format/money.ts'
import type { Value } from '../parts/why/explanation.ts'
import type { Unit } from './units.ts'

/** Digits shown behind those of the currency when an amount is no whole number of minor units. */
const extraDigits = 4
/** Digits of a number that does not end. */
const numberDigits = 6

const isWhole = (value: Ratio): boolean => value.d === 1n

/** A number of an equation as a typed value; amounts are exact minor units of `currency`. */
export function figure(value: Ratio, unit: Unit, currency: string): Value {
  const whole = Number(value.s * value.n)
  switch (unit) {
    case 'money':
      return isWhole(value) ? { kind: 'money', money: { currency, minor: whole } } : text(exactMoney(value, currency))
    case 'minutes':
      return isWhole(value)
        ? { kind: 'count', count: whole, unit: { zh: '分钟', en: 'min' } }
        : { kind: 'decimal', text: decimal(value, numberDigits), unit: { zh: '分钟', en: 'min' } }
    case 'days':
      return { kind: 'count', count: whole, unit: { zh: '天', en: whole === 1 ? 'day' : 'days' } }
    case 'rate':
      return rate(value)
    case 'count':
      return isWhole(value) ? { kind: 'count', count: whole } : { kind: 'decimal', text: decimal(value, numberDigits) }
  }
}

/** `¥110,107.3972…`: every digit that ends, else as many as are of use and a sign that there are more. */
export function exactMoney(value: Ratio, currency: string): string {
  const digits = decimalsOf(currency)
  const major = decimal(value.div(10 ** digits), digits + extraDigits, digits)
  const [whole = '0', fraction] = major.replace('−', '').split('.')
  const sign = major.startsWith('−') ? '−' : ''
  const shown = formatMoney({ currency, minor: Number(whole) * 10 ** digits }, 'en').replace(/\.0+$/, '')
  return sign + shown + (fraction ? `.${fraction}` : '')
}

/** A decimal of at least `least` and at most `most` digits; `…` stands for those cut off. Works on digits, never on a float. */
export function decimal(value: Ratio, most: number, least = 0): string {
  const scale = 10n ** BigInt(most)
  const cut = (value.n * scale) / value.d
  const exact = (value.n * scale) % value.d === 0n
  const digits = cut.toString().padStart(most + 1, '0')
  const whole = digits.slice(0, digits.length - most)
  let fraction = most === 0 ? '' : digits.slice(-most)
  if (exact) while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  return `${value.s < 0n && cut !== 0n ? '−' : ''}${whole}${fraction && `.${fraction}`}${exact ? '' : '…'}`
}

/** A share that ends as a percentage, any other as a number. */
function rate(value: Ratio): Value {
  const shown = decimal(value, 12)
  return shown.endsWith('…') ? text(decimal(value, numberDigits)) : { kind: 'rate', rate: shown.replace('−', '-') }
}

const text = (written: string): Value => ({ kind: 'text', text: written })
