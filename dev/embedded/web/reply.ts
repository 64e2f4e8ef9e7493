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

export interface PagePolicy {
  /** Where forms may lead, default our own origin. `form-action` also judges the redirect that answers a form. */
  formAction?: string
  /** Nonce of the page's one script. */
  nonce?: string
  /** What it may frame, default nothing. */
  frames?: string
}

/** Headers of a page that runs no script but the one with the nonce, loads nothing from elsewhere and may not be framed. */
export function pageHeaders({ formAction = "'self'", nonce, frames = "'none'" }: PagePolicy = {}): Record<string, string> {
  const script = nonce ? `'nonce-${nonce}'` : "'none'"
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      "img-src data: 'self'",
      `script-src ${script}`,
      `frame-src ${frames}`,
      `form-action ${formAction}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  }
}

/** Answers a page. */
export function sendPage(res: ServerResponse, status: number, page: Html, policy?: PagePolicy): void {
  res.writeHead(status, { ...pageHeaders(policy), 'content-length': Buffer.byteLength(page.markup) })
  res.end(page.markup)
}

/** 303: go and GET this. */
export function seeOther(res: ServerResponse, location: string): void {
  res.writeHead(303, { location, 'content-length': '0', 'cache-control': 'no-store' })
  res.end()
}
