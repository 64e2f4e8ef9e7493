import { createHash, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'

/** A link is good for a day, in ms. */
const lifetime = 24 * 3600 * 1000

const hash = (token: string) => createHash('sha256').update(token).digest('base64url')

/** One-time links by which a person sets a password. Only the hash of the token is kept. */
export interface Links {
  /** A fresh token for the person; older ones stop working. */
  issue(sub: string): string
  /** Whose link it is, if it is still good. */
  holder(token: string): string | undefined
  /** Uses it up; false if it was used or has lapsed. */
  use(token: string): boolean
}

/** Links over the table `idp_links`; `now` in ms since the epoch. */
export function createLinks(state: DatabaseSync, now: () => number): Links {
  const insert = state.prepare('INSERT OR REPLACE INTO idp_links (token_hash, sub, expires_at) VALUES (?, ?, ?)')
  const find = state.prepare('SELECT sub FROM idp_links WHERE token_hash = ? AND expires_at > ?')
  const remove = state.prepare('DELETE FROM idp_links WHERE token_hash = ? AND expires_at > ?')
  return {
    issue(sub) {
      const token = randomBytes(24).toString('base64url')
      insert.run(hash(token), sub, now() + lifetime)
      return token
    },
    holder: token => (find.get(hash(token), now()) as { sub: string } | undefined)?.sub,
    use: token => remove.run(hash(token), now()).changes === 1,
  }
}
