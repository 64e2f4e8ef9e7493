import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { caller } from './emulator.ts'
import { type FixtureHost, startFixture } from './fixture/host.ts'

const at = '2031-01-01T00:00:00Z'
let host: FixtureHost | undefined
afterEach(async () => {
  await host?.stop()
  host = undefined
})

const plan = async (started: FixtureHost, ...timers: [pk: string, due: string][]) => {
  const call = caller(started.table.endpoint, false)
  for (const [pk, due] of timers) {
    await call('DynamoDB_20120810.PutItem', {
      TableName: started.table.name,
      Item: { pk: { S: pk }, sk: { S: due }, gsi3pk: { S: 'DUE#00' }, gsi3sk: { S: `${due}#${pk}` } },
    })
  }
}

describe('stepping business time', () => {
  it('fires each due timer at its own instant, in order, and none beyond the target', async () => {
    host = await startFixture({ at })
    await plan(host, ['DUE#a', '2031-01-01T03:00:00Z'], ['DUE#b', '2031-01-01T01:00:00Z'], ['DUE#c', '2031-01-02T00:00:00Z'])
    const answer = await host.ask('/_local/clock', { method: 'POST', body: { by: 'PT12H' } })
    expect(await answer.json()).toMatchObject({ steps: 2, stuck: [] })
    const fired = host.effects() as { fired: string; at: string }[]
    expect(fired.map(effect => effect.fired)).toEqual(['2031-01-01T01:00:00Z', '2031-01-01T03:00:00Z'])
    for (const effect of fired) expect(effect.at.slice(0, 16)).toBe(effect.fired.slice(0, 16))
    expect(host.clock.now() >= '2031-01-01T12:00:00Z').toBe(true)
  })

  it('steps past a timer that stays pending and reports it', async () => {
    host = await startFixture({ at })
    await plan(host, ['DUE#stuck', '2031-01-01T01:00:00Z'], ['DUE#a', '2031-01-01T02:00:00Z'])
    const report = await host.clock.step({ to: '2031-01-01T06:00:00Z' })
    expect(report).toMatchObject({ steps: 2, stuck: ['2031-01-01T01:00:00Z'] })
    expect(host.effects()).toHaveLength(1)
  })

  it('never goes back: not by stepping, not by a later start', async () => {
    const data = mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
    host = await startFixture({ at, data })
    await expect(host.clock.step({ to: '2030-12-31T00:00:00Z' })).rejects.toThrow('only moves forward')
    await expect(host.clock.step({ by: 'tomorrow' })).rejects.toThrow('is not a duration')
    await host.clock.step({ by: 'P1D' })
    const { cdkOut } = host
    await host.stop()
    await expect(startFixture({ data, cdkOut, at })).rejects.toThrow('only moves forward')
    host = await startFixture({ data, cdkOut })
    expect(host.clock.now() >= '2031-01-02T00:00:00Z').toBe(true)
  })
})
