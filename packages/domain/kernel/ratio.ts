import Fraction from 'fraction.js'
import * as z from 'zod'
import { DomainFailure } from './result.ts'

/** An exact rational of big integers. Rates, prices per hour and shares live here; no float ever does. */
export type Ratio = Fraction

/** A plain decimal as text: `0.06`, `-12`, `300.00`. How exact rates are stored and sent. */
export const DecimalString = z
  .string()
  .regex(/^-?\d{1,18}(\.\d{1,18})?$/, 'a decimal looks like 0.06 or -12.5')
  .meta({ id: 'DecimalString' })
export type DecimalString = z.infer<typeof DecimalString>

/** A decimal from 0 to 1, such as a tax rate of `0.06` or a discount of `0.20`. */
export const Share = z
  .string()
  .regex(/^(0(\.\d{1,18})?|1(\.0{1,18})?)$/, 'a share lies between 0 and 1')
  .meta({ id: 'Share' })
export type Share = z.infer<typeof Share>

/** Reads a whole number, big integer, decimal (`0.06`) or quotient (`29/30`). Floats are refused: they are not exact. */
export function ratio(value: Ratio | number | bigint | string): Ratio {
  if (value instanceof Fraction) return value
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw inexact(value)
  if (typeof value === 'string' && !/^-?\d+(\.\d+)?(\/\d+)?$/.test(value)) throw inexact(value)
  return new Fraction(value)
}

/** `a / b` exactly. */
export const quotient = (a: Ratio | number | string, b: Ratio | number | string): Ratio => ratio(a).div(ratio(b))

export const sumOf = (terms: readonly Ratio[]): Ratio => terms.reduce((sum, term) => sum.add(term), ratio(0))

/** The exact value as text: a decimal when it ends (`16000.5`), else a quotient (`271/3`). */
export function exactText(value: Ratio): string {
  let places = 0
  for (let scaled = value.d; scaled % 10n === 0n || scaled % 5n === 0n || scaled % 2n === 0n; places++) {
    scaled /= scaled % 10n === 0n ? 10n : scaled % 5n === 0n ? 5n : 2n
  }
  const shifted = value.n * 10n ** BigInt(places)
  if (shifted % value.d !== 0n) return value.toFraction()
  const digits = String(shifted / value.d).padStart(places + 1, '0')
  const decimal = places > 0 ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits
  return `${value.s < 0n ? '-' : ''}${decimal}`
}

/**
 * Rounds to a whole number, halves away from zero (2.5 → 3, -2.5 → -3), and is called once per figure.
 * Throws when the result is not a safe integer: a sum of money beyond 90 trillion minor units is a defect, not input.
 */
export function roundHalfAwayFromZero(value: Ratio): number {
  const rounded = Number(value.s * ((2n * value.n + value.d) / (2n * value.d)))
  if (!Number.isSafeInteger(rounded)) throw inexact(value.toString())
  return rounded === 0 ? 0 : rounded
}

/** The smallest multiple of `step` that is not below `value`; 190 minutes in steps of 30 are 210. */
export function roundUpToStep(value: number, step: number): number {
  return Number(ratio(value).div(step).ceil().mul(step).n)
}

const inexact = (value: unknown) =>
  new DomainFailure({
    code: 'ratio.inexact',
    kind: 'invalid',
    detail: `${String(value)} is not an exact number`,
    params: { value },
  })
