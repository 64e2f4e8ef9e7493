import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { Upstream } from './upstream.ts'

let close = () => {}
afterEach(() => close())

async function serving(answer: (socket: Socket, request: string) => void | Promise<void>) {
  const sockets: Socket[] = []
  const server = createServer(socket => {
    sockets.push(socket)
    socket.on('data', chunk => void answer(socket, chunk.toString()))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const upstream = new Upstream('127.0.0.1', (server.address() as { port: number }).port)
  close = () => {
    upstream.close()
    server.close()
  }
  return { upstream, sockets }
}
const head = (length: number) =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.0\r\ncontent-length: ${length}\r\n\r\n`

it('reads an answer whatever pieces it comes in, and uses the socket again', async () => {
  const { upstream, sockets } = await serving(async (socket, request) => {
    const body = JSON.stringify({ echo: request.includes('Get') ? '值' : 'other' })
    const whole = Buffer.from(head(Buffer.byteLength(body)) + body)
    for (const byte of whole) {
      socket.write(Buffer.from([byte]))
      await setImmediate()
    }
  })
  for (let i = 0; i < 2; i++) {
    const { status, body } = await upstream.send('DynamoDB_20120810.GetItem', '{}')
    expect([status, JSON.parse(body.toString())]).toEqual([200, { echo: '值' }])
  }
  expect(sockets).toHaveLength(1)
})

it('opens a socket for each request under way', async () => {
  const waiting: Socket[] = []
  const { upstream, sockets } = await serving(socket => {
    if (waiting.push(socket) === 3) for (const each of waiting) each.write(`${head(2)}{}`)
  })
  await Promise.all([1, 2, 3].map(() => upstream.send('X.GetItem', '{}')))
  expect(sockets).toHaveLength(3)
})

it('rejects when the table hangs up, and never takes that socket again', async () => {
  let calls = 0
  const { upstream, sockets } = await serving(socket => {
    if (calls++ === 0) socket.destroy()
    else socket.write(`${head(2)}{}`)
  })
  await expect(upstream.send('X.GetItem', '{}')).rejects.toThrow()
  expect((await upstream.send('X.GetItem', '{}')).status).toBe(200)
  expect(sockets).toHaveLength(2)
})

it('takes a socket that closed while idle for what it is', async () => {
  const { upstream, sockets } = await serving(socket => {
    socket.write(`${head(2)}{}`)
  })
  await upstream.send('X.GetItem', '{}')
  sockets[0]!.destroy()
  await once(sockets[0]!, 'close')
  await expect
    .poll(() =>
      upstream.send('X.GetItem', '{}').then(
        answer => answer.status,
        () => 0,
      ),
    )
    .toBe(200)
})
