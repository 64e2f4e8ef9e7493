/**
 * Addresses as the upper-case hexadecimal digits of their bytes: 8 for IPv4, 32 for IPv6. An IPv4-mapped IPv6 address
 * (RFC 4291 §2.5.5.2) is its IPv4 address. Returns undefined for anything else, host names included.
 */
export function addressDigits(text: string): string | undefined {
  const bytes = /^\d+(\.\d+){3}$/.test(text) ? v4(text) : /^[\da-f:]*:[\da-f:]*$/i.test(text) ? v6(text) : undefined
  return bytes?.map(byte => byte.toString(16).padStart(2, '0').toUpperCase()).join('')
}

/** First and last address of a CIDR block as digits, or the reason why it is none. /32 and /128 are refused, as EventBridge does. */
export function cidrRange(block: string): { bottom: string; top: string } | { refused: string } {
  const [address, mask, ...more] = block.split('/')
  if (address === undefined || !mask || more.length > 0) return { refused: 'Malformed CIDR, one "/" required' }
  if (!/^\+?\d+$/.test(mask)) return { refused: 'Malformed CIDR, mask bits must be a non-negative integer' }
  const digits = addressDigits(address)
  if (!digits) return { refused: `Invalid IP address: ${address}` }
  const length = digits.length * 4
  const bits = Number(mask)
  if (bits >= length) return { refused: `IPv${length === 32 ? 4 : 6} mask bits must be < ${length}` }
  const binary = [...digits].map(digit => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  const fill = (bit: string) =>
    (binary.slice(0, bits) + bit.repeat(length - bits)).replace(/.{4}/g, four =>
      Number.parseInt(four, 2).toString(16).toUpperCase(),
    )
  return { bottom: fill('0'), top: fill('1') }
}

/**
 * Whether digits lie between two bounds of equal length, compared digit by digit from the left and decided at the first digit
 * that settles it. So a longer (IPv6) address is compared with an IPv4 block by its leading digits: the engine's behaviour.
 */
export function digitsBetween(digits: string, bottom: string, top: string): boolean {
  let low = true
  let high = true
  for (let i = 0; i < bottom.length; i++) {
    const digit = digits[i]
    if (digit === undefined) return false
    if ((low && digit < bottom[i]!) || (high && digit > top[i]!)) return false
    low &&= digit === bottom[i]
    high &&= digit === top[i]
    if (!low && !high) return true
  }
  return true
}

function v4(text: string): number[] | undefined {
  const bytes = text.split('.').map(Number)
  return bytes.every(byte => byte <= 255) ? bytes : undefined
}

function v6(text: string): number[] | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map(half => (half === '' ? [] : half.split(':')))
  const missing = 8 - head!.length - (tail?.length ?? 0)
  if (tail ? missing < 1 : missing !== 0) return undefined
  const groups = [...head!, ...Array<string>(tail ? missing : 0).fill('0'), ...(tail ?? [])]
  if (!groups.every(group => /^[\da-f]{1,4}$/i.test(group))) return undefined
  const bytes = groups.flatMap(group => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
  const mapped = bytes.slice(0, 10).every(byte => byte === 0) && bytes[10] === 255 && bytes[11] === 255
  return mapped ? bytes.slice(12) : bytes
}
