import { ratio, roundHalfAwayFromZero, sumOf } from '@pactdesk/domain/kernel/ratio'
import type { LateFeeView } from '@pactdesk/domain/outsourcing/billing/bill/views'

/**
 * What a decision through `view.asOf` would claim: claims are rounded together, so each is the rounded sum with it less the
 * rounded sum before. `part` is a share above 0 and up to 1; the server decides by the same rule.
 */
export function previewClaim(view: LateFeeView, part: string): number {
  const decided = sumOf(view.decisions.map(({ exactMinor }) => ratio(exactMinor)))
  const undecided = ratio(view.exactMinor).sub(decided)
  if (undecided.lte(0)) return 0
  const claims = view.decisions.filter(({ action }) => action === 'claim')
  const claimedExact = sumOf(claims.map(({ exactMinor, part: share }) => ratio(exactMinor).mul(ratio(share))))
  const claimed = claims.reduce((sum, { minor }) => sum + minor, 0)
  return roundHalfAwayFromZero(claimedExact.add(undecided.mul(ratio(part)))) - claimed
}

/** `50`, `33.3` → `0.5`, `0.333`; nothing when it is no percentage above 0 and up to 100. Works on digits. */
export function shareOfPercent(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().replace(/%$/, '').trim()
  if (!/^\d{1,3}(\.\d{1,6})?$/.test(plain)) return undefined
  const [whole = '0', fraction = ''] = plain.split('.')
  const digits = `${whole.padStart(3, '0')}${fraction}`
  const share = `${digits.slice(0, -2 - fraction.length)}.${digits.slice(-2 - fraction.length)}`.replace(/^0+(?=\d)/, '')
  const exact = ratio(share)
  return exact.gt(0) && exact.lte(1) ? share.replace(/\.?0+$/, '') : undefined
}
