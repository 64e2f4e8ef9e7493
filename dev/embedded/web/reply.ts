import type { ServerResponse } from 'node:http'
import type { Html } from './html.ts'

/** Answers JSON. */
export function sendJson(res: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void {
  const body = JSON.stringify(value)
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  })
  res.end(body)
}

/**
 * Answers a page that runs no script but the one with `nonce`, loads nothing from elsewhere and may not be framed.
 * Forms may lead anywhere only where `formAction` says so, since `form-action` also judges the redirect that answers a form.
 */
export function sendPage(
  res: ServerResponse,
  status: number,
  page: Html,
  { formAction = "'self'", nonce, frames = "'none'" }: { formAction?: string; nonce?: string; frames?: string } = {},
): void {
  const script = nonce ? `'nonce-${nonce}'` : "'none'"
  const body = `<!doctype html>\n${page.markup}`
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data: 'self'; script-src ${script}; frame-src ${frames}; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  res.end(body)
}

/** 303: go and GET this. */
export function seeOther(res: ServerResponse, location: string): void {
  res.writeHead(303, { location, 'content-length': '0', 'cache-control': 'no-store' })
  res.end()
}
