import { createReadStream, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pathOf } from './event.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/**
 * The web app's files; any other path that a browser navigates to answers `index.html` (the app routes it itself), so a missing
 * asset stays a 404. Files with a hash in their name are cached for good. Resolves to false for what is not here.
 */
export function createStatic(folder: string): (req: IncomingMessage, res: ServerResponse) => Promise<boolean> {
  return async (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false
    const path = safePath(pathOf(req.url ?? '/'))
    if (path === undefined) return false
    const wanted = join(folder, path)
    const file = isFile(wanted) ? wanted : navigates(req, path) ? join(folder, 'index.html') : undefined
    if (!file) return false
    const immutable = /^[\\/]assets[\\/]/.test(path) && file === wanted
    res.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    if (req.method === 'HEAD') res.end()
    else await pipeline(createReadStream(file), res)
    return true
  }
}

/** Decoded and normalized; undefined when it can't be a path inside the folder. */
function safePath(path: string): string | undefined {
  try {
    const decoded = normalize(decodeURIComponent(path))
    return decoded.includes('\0') || decoded.startsWith('..') ? undefined : decoded
  } catch {
    return undefined
  }
}

const navigates = (req: IncomingMessage, path: string) =>
  extname(path) === '' && /text\/html|\*\/\*/.test(req.headers.accept ?? '*/*')
const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
