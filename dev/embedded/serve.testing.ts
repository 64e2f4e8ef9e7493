import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import type { EmbeddedService } from './service.ts'

/** A host with one embedded part and nothing else, for tests over real HTTP. */
export interface Served<S extends EmbeddedService> {
  service: S
  baseUrl: string
  port: number
  close(): Promise<void>
}

/** Serves the part that `create` makes on a free port; what it does not handle is 404 with the body `nobody`. */
export async function serve<S extends EmbeddedService>(
  create: (baseUrl: string, state: DatabaseSync) => S,
  state = new DatabaseSync(':memory:'),
): Promise<Served<S>> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, 'localhost', done))
  const { port } = server.address() as AddressInfo
  const baseUrl = `http://localhost:${port}`
  const service = create(baseUrl, state)
  server.on('request', (req, res) => {
    service.handle(req, res).then(
      handled => handled || res.writeHead(404).end('nobody'),
      error => {
        console.error(error)
        res.writeHead(500).end()
      },
    )
  })
  return {
    service,
    baseUrl,
    port,
    async close() {
      await service.close()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}
