import type { ServerResponse } from 'node:http'
import { escapeHtml } from '../web/html.ts'

/** An element with text or with elements; lists repeat the element. */
export type XmlValue = string | number | boolean | XmlValue[] | { [name: string]: XmlValue | undefined }

/** The characters that XML 1.0 cannot hold are left out; the five that mean something are escaped. */
const text = (value: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
  escapeHtml(value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))

function xml(name: string, value: XmlValue): string {
  if (Array.isArray(value)) return value.map(item => xml(name, item)).join('')
  if (typeof value !== 'object') return `<${name}>${text(String(value))}</${name}>`
  const inner = Object.entries(value).map(([child, content]) => (content === undefined ? '' : xml(child, content)))
  return `<${name}>${inner.join('')}</${name}>`
}

/** Answers an XML document. */
export function sendXml(
  res: ServerResponse,
  status: number,
  root: string,
  value: XmlValue,
  headers: Record<string, string> = {},
): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${xml(root, value)}`
  res.writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body), ...headers })
  res.end(body)
}
