import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HostFault } from '../fault.ts'
import { pathOf } from './event.ts'

/** Takes a request and answers it, or resolves to false and touches nothing. */
type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<boolean>
export type Front = {
  port: number
  /** From now on these are asked in turn; before, every request is told to come back. */
  serve: (handlers: Handler[]) => void
  stop: () => Promise<void>
}

/** Listens on the loopback interface first, so that a port in use is found before anything else starts. */
export async function openFront(port: number, log: (line: string) => void): Promise<Front> {
  let handlers: Handler[] | undefined
  const server = createServer((req, res) => {
    answer(handlers, req, res).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET') return
      log(`${req.method} ${req.url}: ${error.stack ?? error.message}`)
      if (res.headersSent) res.destroy()
      else plain(res, 500, 'Internal Server Error')
    })
  })
  await listen(server, port)
  return {
    port: (server.address() as AddressInfo).port,
    serve: asked => {
      handlers = asked
    },
    stop: async () => {
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function answer(handlers: Handler[] | undefined, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (!handlers) return plain(res.setHeader('retry-after', '1'), 503, 'Pactdesk is starting')
  for (const handler of handlers) if (await handler(req, res)) return
  plain(res, 404, `Not Found: ${pathOf(req.url ?? '/')}`)
}

function plain(res: ServerResponse, status: number, message: string): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }))
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new HostFault(`Port ${port} is in use. Choose another with --port, or stop what listens there.`, { cause })
    if (code === 'EACCES') throw new HostFault(`Port ${port} needs more rights. Choose one above 1023 with --port.`, { cause })
    throw cause
  }
}
