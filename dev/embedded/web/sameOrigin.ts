import type { IncomingMessage } from 'node:http'

/**
 * Whether a form comes from a page of this host. Browsers say so in `Sec-Fetch-Site` and, for POST, in `Origin`; a request without
 * either comes from no browser and carries nobody's cookies but its own.
 */
export function sameOrigin(req: IncomingMessage): boolean {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = req.headers.origin
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === req.headers.host
}
