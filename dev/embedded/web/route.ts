import type { IncomingMessage } from 'node:http'

/** Path below the prefix with a leading slash (`/` for the prefix itself), or undefined if the request is for somebody else. */
export function pathBelow(req: IncomingMessage, prefix: string): string | undefined {
  const path = (req.url ?? '/').split('?', 1)[0]!
  if (path === prefix) return '/'
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined
}

/** Query parameters of the request. */
export const queryOf = (req: IncomingMessage): URLSearchParams => new URL(req.url ?? '/', 'http://host').searchParams

/** Address of the same page with one parameter changed. */
export function withQuery(req: IncomingMessage, name: string, value: string): string {
  const url = new URL(req.url ?? '/', 'http://host')
  url.searchParams.set(name, value)
  return url.pathname + url.search
}
