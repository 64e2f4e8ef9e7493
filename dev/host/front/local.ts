import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import type { Host } from '../api.ts'
import { HostFault } from '../fault.ts'
import { pathOf } from './event.ts'

const Step = z.union([z.strictObject({ to: z.string() }), z.strictObject({ by: z.string() })])
const bodyLimit = 4096

/**
 * The host's own doors, which no deployed stage has: `GET /_local/state`, `POST /_local/clock` with `{to}` or `{by}`,
 * `POST /_local/drain`, `POST /_local/redrive`. A page of another origin can't use them.
 */
export function createLocalDoors(host: Pick<Host, 'clock' | 'snapshot' | 'drain' | 'redrive' | 'url'>) {
  const doors: Record<string, (req: IncomingMessage) => Promise<unknown>> = {
    'GET /_local/state': () => host.snapshot(),
    'POST /_local/clock': async req => host.clock.step(Step.parse(await jsonBody(req))),
    'POST /_local/drain': async () => {
      await host.drain()
      return host.snapshot()
    },
    'POST /_local/redrive': async () => ({ moved: await host.redrive() }),
  }
  return async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const door = doors[`${req.method} ${pathOf(req.url ?? '/')}`]
    if (!door) return false
    const { origin } = req.headers
    if (req.method === 'POST' && origin !== undefined && !own(host.url).includes(origin))
      answer(res, 403, { message: `not from ${origin}` })
    else {
      await door(req).then(
        value => answer(res, 200, value),
        (error: Error) =>
          answer(res, error instanceof HostFault || error instanceof z.ZodError ? 400 : 500, { message: error.message }),
      )
    }
    return true
  }
}

const own = (url: string) => [url, url.replace('//localhost:', '//127.0.0.1:')]

async function jsonBody(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += (chunk as Buffer).length
    if (size > bodyLimit) throw new HostFault('the body is too large')
    chunks.push(chunk as Buffer)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch (cause) {
    throw new HostFault('the body is not JSON', { cause })
  }
}

function answer(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(value))
}
