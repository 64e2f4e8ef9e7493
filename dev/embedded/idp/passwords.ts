import { randomBytes, type ScryptOptions, scrypt, scryptSync, timingSafeEqual } from 'node:crypto'

/** Cost by the OWASP password storage cheat sheet (N = 2^15, r = 8, p = 3): 32 MiB and about 0.2 s. */
const cost = { N: 2 ** 15, r: 8, p: 3 }
const options: ScryptOptions = { ...cost, maxmem: 64 * 1024 * 1024 }

/** Shortest password accepted, in characters (NIST SP 800-63B). */
export const minPasswordLength = 8

/** `scrypt$N$r$p$salt$hash`, base64url. */
export function hashPassword(password: string): string {
  const salt = randomBytes(16)
  const hash = scryptSync(password.normalize('NFC'), salt, 32, options)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Hash of no password: checked for unknown people, so that an answer takes as long for them. */
const decoy = `scrypt$${cost.N}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Whether the password belongs to the stored hash; false for a person without one. Off the main thread. */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const [, N, r, p, salt, hash] = (stored ?? decoy).split('$')
  const expected = Buffer.from(hash!, 'base64url')
  const actual = await new Promise<Buffer>((resolve, reject) =>
    scrypt(
      password.normalize('NFC'),
      Buffer.from(salt!, 'base64url'),
      expected.length,
      { N: Number(N), r: Number(r), p: Number(p), maxmem: options.maxmem },
      (error, key) => (error ? reject(error) : resolve(key)),
    ),
  )
  return timingSafeEqual(actual, expected) && stored !== undefined
}
