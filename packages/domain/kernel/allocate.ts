import { type Ratio, ratio, sumOf } from './ratio.ts'
import { DomainFailure } from './result.ts'

/**
 * Shares `minor` units by weights so that the shares sum to it exactly: each gets its exact share cut off towards zero, the
 * units left go to the largest remainders, ties to the lower index (largest remainder method). A negative amount is shared
 * as its mirror image; a zero weight gets nothing. Throws on a negative weight, and on an amount with nobody to carry it.
 */
export function allocate(minor: number, weights: readonly (Ratio | number | string)[]): number[] {
  const parts = weights.map(ratio)
  const total = sumOf(parts)
  if (parts.some(part => part.lt(0))) throw refusal('weights are not negative')
  if (minor === 0) return parts.map(() => 0)
  if (total.equals(0)) throw refusal(`${minor} minor units have no weight to go to`)
  const sign = minor < 0 ? -1 : 1
  const exact = parts.map(part => ratio(Math.abs(minor)).mul(part).div(total))
  const shares = exact.map(share => Number(share.floor().n))
  const left = Math.abs(minor) - shares.reduce((sum, share) => sum + share, 0)
  exact
    .map((share, index) => ({ index, remainder: share.sub(share.floor()) }))
    .filter(({ remainder }) => remainder.gt(0))
    .sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index)
    .slice(0, left)
    .forEach(({ index }) => {
      shares[index] = (shares[index] ?? 0) + 1
    })
  return shares.map(share => (share === 0 ? 0 : sign * share))
}

const refusal = (detail: string) => new DomainFailure({ code: 'allocate.weights', kind: 'invalid', detail })
