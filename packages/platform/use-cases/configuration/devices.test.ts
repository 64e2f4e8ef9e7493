import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handlers as tenancy } from '../tenancy/index.ts'
import { personOf, staffOf, startUseCases, type UseCases } from '../testing.ts'
import { handlers } from './index.ts'

let app: UseCases
const admin = staffOf('one')
const at = (client: string, more: Record<string, string> = {}) => ({ params: { client, ...more } })
const hours = { days: ['mon'], from: '09:00', to: '18:00', lunchBreak: 'none', holidays: 'cn' }

beforeAll(async () => {
  app = await startUseCases([...tenancy, ...handlers])
  for (const ctx of [admin, staffOf('two')]) {
    for (const key of ['LANHAI', 'HONGDA']) {
      const name = { zh: key, en: key }
      await app.call(ctx, 'createClient', { body: { key, name, mark: '蓝', billingZone: 'Asia/Shanghai' } })
      const site = { id: 'HQ', name, address: '路 1 号', zone: 'Asia/Shanghai', arrivalMinutes: 60, hours }
      await app.call(ctx, 'openSite', { ...at(key), body: site })
    }
  }
})
afterAll(() => app.stop())

const code = async (work: Promise<unknown>) => {
  try {
    await work
    return 'ok'
  } catch (error) {
    return (error as { error?: { code: string } }).error?.code ?? (error as Error).message
  }
}
const sheet = (rows: string[], heading = 'id,class,name') => [heading, ...rows].join('\n')
const send = (csv: string, mode = 'all-or-nothing', client = 'LANHAI', more = {}) =>
  app.call(admin, 'importDevices', { ...at(client), body: { csv, mode, ...more } }) as Promise<{
    registered: string[]
    unchanged: string[]
    remaining: number
    errors: { line: number; column?: string }[]
  }>

describe('a device sheet', () => {
  const ten = sheet([
    ...Array.from({ length: 8 }, (_, n) => `PC-0${n + 1},pc,"Seat ${n + 1}, left"`),
    'SRV-01,server,',
    'NET-01,network,',
  ])

  it('registers ten devices, and nothing the second time', async () => {
    expect(await send(ten)).toMatchObject({ remaining: 0, errors: [], unchanged: [] })
    const again = await send(ten)
    expect(again.registered).toEqual([])
    expect(again.unchanged).toHaveLength(10)
    expect(await app.call(admin, 'countDevices', { ...at('LANHAI'), query: { on: '2026-10-08' } })).toMatchObject({
      total: 10,
      byClass: { pc: 8, server: 1, network: 1 },
    })
  })

  it('with a wrong line registers nothing, or the good lines if that is wanted', async () => {
    const mixed = sheet(['PC-21,pc,a', 'PC-22,toaster,b', 'PC#23,pc,c'])
    const none = await send(mixed)
    expect(none.registered).toEqual([])
    expect(none.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, 'class'],
      [4, 'id'],
    ])
    expect((await send(mixed, 'good-rows')).registered).toEqual(['PC-21'])
  })

  it('counts lines as an editor does, over quoted line breaks', async () => {
    const result = await send(sheet(['PC-30,toaster,"two\nlines"', 'PC-31,pc,x', 'PC-32,toaster,x']))
    expect(result.errors.map(({ line }) => line)).toEqual([2, 5])
  })

  it('that is malformed or empty changes nothing', async () => {
    expect(await code(send('id,class\nPC-41,"pc'))).toBe('configuration.sheet-malformed')
    expect(await code(send('id,class\nPC-41'))).toBe('configuration.sheet-malformed')
    expect(await code(send('\n'))).toBe('configuration.sheet-malformed')
  })

  it('can be tried without effect', async () => {
    expect(await send(sheet(['PC-51,pc,x']), 'all-or-nothing', 'LANHAI', { dryRun: true })).toMatchObject({
      wanted: ['PC-51'],
      registered: [],
      remaining: 1,
    })
  })

  it('longer than a commit goes on when it is sent again', async () => {
    const long = sheet(Array.from({ length: 60 }, (_, n) => `X-${n},pc,n`))
    const first = await send(long, 'all-or-nothing', 'HONGDA')
    expect([first.registered.length, first.remaining]).toEqual([45, 15])
    const second = await send(long, 'all-or-nothing', 'HONGDA')
    expect([second.registered.length, second.remaining, second.unchanged.length]).toEqual([15, 0, 45])
  })

  it('written out is harmless to a spreadsheet and reads back as it was', async () => {
    const device = { id: 'PC-61', name: '=HYPERLINK("http://x")', class: 'pc', site: 'HQ', inServiceFrom: '2026-10-01' }
    await app.call(staffOf('two'), 'registerDevice', { ...at('LANHAI'), body: device })
    const { csv } = (await app.call(staffOf('two'), 'exportDevices', at('LANHAI'))) as { csv: string }
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
    const body = { csv, mode: 'all-or-nothing' }
    expect(await app.call(staffOf('two'), 'importDevices', { ...at('LANHAI'), body })).toMatchObject({
      unchanged: ['PC-61'],
      errors: [],
    })
  })
})

describe('who sees devices', () => {
  it('the same id in two providers and two clients is four devices', async () => {
    for (const [ctx, client, name] of [
      [admin, 'HONGDA', 'one-HONGDA'],
      [staffOf('two'), 'HONGDA', 'two-HONGDA'],
    ] as const) {
      const body = { id: 'SAME', name, class: 'pc', site: 'HQ', inServiceFrom: '2026-10-01' }
      await app.call(ctx, 'registerDevice', { ...at(client), body })
      expect(await app.call(ctx, 'getDevice', at(client, { device: 'SAME' }))).toMatchObject({ name })
    }
    expect(await code(app.call(admin, 'getDevice', at('LANHAI', { device: 'SAME' })))).toBe('configuration.not-found')
  })

  it('a client’s people see theirs, without a button to change them', async () => {
    const owner = personOf('one', 'LANHAI')
    expect(await app.call(owner, 'getDevice', at('LANHAI', { device: 'PC-01' }))).toMatchObject({ actions: [] })
    expect(await code(app.call(owner, 'listDevices', at('HONGDA')))).toBe('tenancy.not-found')
    expect(
      await code(
        app.call(owner, 'retireDevice', { ...at('LANHAI', { device: 'PC-01' }), body: { on: '2026-10-09', reason: 'sold' } }),
      ),
    ).toBe('403 retireDevice')
  })
})

describe('taking a device out of service', () => {
  it('counts it until the day before', async () => {
    const body = { on: '2026-10-20', reason: 'sold' }
    await app.call(admin, 'retireDevice', { ...at('LANHAI', { device: 'PC-08' }), body })
    const count = async (on: string) =>
      ((await app.call(admin, 'countDevices', { ...at('LANHAI'), query: { on } })) as { byClass: { pc: number } }).byClass.pc
    expect([await count('2026-10-19'), await count('2026-10-20')]).toEqual([9, 8])
  })
})
