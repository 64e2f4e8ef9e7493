import { type Ratio, ratio, roundHalfAwayFromZero, sumOf } from './ratio.ts'
import { DomainFailure } from './result.ts'

/**
 * Rounds exact values together, so that the whole numbers sum to the rounded sum: each is cut off, the units left go to the
 * largest remainders, ties to the lower index (largest remainder method). A negative sum is the mirror image of a positive one.
 */
export function roundTogether(exact: readonly Ratio[]): number[] {
  const total = sumOf(exact)
  if (total.lt(0)) return roundTogether(exact.map(value => value.neg())).map(share => (share === 0 ? 0 : -share))
  const shares = exact.map(value => Number(value.floor().s * value.floor().n))
  const left = roundHalfAwayFromZero(total) - shares.reduce((sum, share) => sum + share, 0)
  const order = exact
    .map((value, index) => ({ index, remainder: value.sub(value.floor()) }))
    .sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index)
  for (const { index } of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}

/**
 * Shares `minor` units by weights so that the shares sum to it exactly; a zero weight gets nothing.
 * Throws on a negative weight, and on an amount that nobody carries.
 */
export function allocate(minor: number, weights: readonly (Ratio | number | string)[]): number[] {
  const parts = weights.map(ratio)
  const total = sumOf(parts)
  if (parts.some(part => part.lt(0))) throw refusal('weights are not negative')
  if (minor === 0) return parts.map(() => 0)
  if (total.equals(0)) throw refusal(`${minor} minor units have no weight to go to`)
  return roundTogether(parts.map(part => ratio(minor).mul(part).div(total)))
}

const refusal = (detail: string) => new DomainFailure({ code: 'allocate.weights', kind: 'invalid', detail })
