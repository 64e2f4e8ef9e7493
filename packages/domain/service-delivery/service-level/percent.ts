import { ratio, roundHalfAwayFromZero } from '../../kernel/ratio.ts'

/** `part` of `whole` in percent with fixed decimals, exact, halves away from zero: `60.0`. Null where there is nothing to measure. */
export function percentText(part: number, whole: number, decimals: number): string | null {
  if (whole === 0) return null
  const scaled = roundHalfAwayFromZero(
    ratio(part)
      .mul(100 * 10 ** decimals)
      .div(ratio(whole)),
  )
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0')
  const text = decimals > 0 ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits
  return scaled < 0 ? `-${text}` : text
}
