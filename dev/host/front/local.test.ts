import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HostFault } from '../fault.ts'
import { createLocalDoors } from './local.ts'

const url = 'http://localhost:8080'
const stepped: unknown[] = []
const doors = createLocalDoors({
  url,
  clock: {
    now: () => '2031-01-01T00:00:00Z',
    step: async target => {
      if ('by' in target && target.by === 'never') throw new HostFault('never is not a duration')
      stepped.push(target)
      return { from: 'a', to: 'b', steps: 0, stuck: [] }
    },
  },
  snapshot: async () => ({ businessNow: '2031-01-01T00:00:00Z', pending: 3, dlq: [], failedRecords: 0 }),
  drain: async () => {},
  redrive: async () => 2,
})
const server = createServer((req, res) => void doors(req, res).then(taken => taken || res.writeHead(404).end()))
let base: string
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => server.close())
const post = (path: string, body = '', origin?: string) =>
  fetch(base + path, { method: 'POST', body, ...(origin !== undefined && { headers: { origin } }) })

it('shows the state and steps the clock', async () => {
  expect(await (await fetch(`${base}/_local/state`)).json()).toMatchObject({ pending: 3 })
  expect((await post('/_local/clock', '{"by":"PT1H"}', url)).status).toBe(200)
  expect(stepped).toEqual([{ by: 'PT1H' }])
  expect(await (await post('/_local/redrive')).json()).toEqual({ moved: 2 })
})

it('refuses a page of another origin and a target it can not read', async () => {
  expect((await post('/_local/clock', '{"by":"PT1H"}', 'https://evil.example')).status).toBe(403)
  for (const body of ['{"by":"never"}', '{"to":"a","by":"b"}', '{}', 'soon', `{"by":"${'x'.repeat(5000)}"}`])
    expect((await post('/_local/clock', body)).status).toBe(400)
  expect(stepped).toHaveLength(1)
})
