/** A share as an exact decimal (`0.065`) and as people type it, in per cent (`6.5`). Digits are shifted as text, never divided. */
export function percentOf(share: string): string {
  const [whole = '0', fraction = ''] = share.split('.')
  const digits = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  const rest = fraction.slice(2).replace(/0+$/, '')
  return rest ? `${digits}.${rest}` : digits
}

/** `undefined` for what is no share from 0 to 100 %. */
export function shareOf(percent: string): string | undefined {
  const plain = percent.normalize('NFKC').trim().replace(/%$/, '').trim()
  const match = /^(\d{1,3})(?:\.(\d{0,8}))?$/.exec(plain)
  if (!match) return undefined
  const [, whole = '', fraction = ''] = match
  if (Number(whole) > 100 || (Number(whole) === 100 && /[1-9]/.test(fraction))) return undefined
  const digits = whole.padStart(3, '0')
  const share = `${Number(digits.slice(0, -2))}.${digits.slice(-2)}${fraction}`.replace(/\.?0+$/, '')
  return share === '' ? '0' : share
}
