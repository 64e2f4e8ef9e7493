import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readBody } from '../web/body.ts'

/** A webhook endpoint that keeps what arrives. */
export interface Receiver {
  url: string
  got: { body: string; signature: string }[]
  /** Status of the next answers, first to last; 200 when there are none left. */
  answers: number[]
  /** Resolves when so many deliveries have arrived in all. */
  arrived(count: number): Promise<void>
  close(): Promise<void>
}

export async function receiver(): Promise<Receiver> {
  const got: Receiver['got'] = []
  const answers: number[] = []
  let waiting: { count: number; done: () => void } | undefined
  const server = createServer(async (req, res) => {
    const body = (await readBody(req, 1e6)).toString('utf8')
    got.push({ body, signature: String(req.headers['stripe-signature']) })
    res.writeHead(answers.shift() ?? 200, { location: '/elsewhere' }).end()
    if (waiting && got.length >= waiting.count) waiting.done()
  })
  await new Promise<void>(done => server.listen(0, 'localhost', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/webhooks`,
    got,
    answers,
    arrived: count => (got.length >= count ? Promise.resolve() : new Promise(done => (waiting = { count, done }))),
    async close() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}
