import { describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { deviceAggregate } from './aggregate.ts'
import { changeDevice, registerDevice, retireDevice, returnDevice } from './decide.ts'
import { type Device, NewDevice } from './device.ts'
import type { DeviceEvent } from './events.ts'
import { countByClass, inServiceOn, servedIn, serviceDays } from './inventory.ts'

const meta = { at: '2026-10-01T00:00:00Z', version: 1, actor: { kind: 'staff', id: 's', name: 's' }, origin: 'user' }
const fold = (events: DeviceEvent[], from?: Device) =>
  events.reduce<Device | undefined>((state, event) => deviceAggregate.evolve(state, event, meta), from)!
const pc = NewDevice.parse({ name: 'Reception', class: 'pc', site: 'HQ', inServiceFrom: '2026-10-01' })
const registered = () => fold(unwrap(registerDevice('LANHAI', 'PC-01', pc, ['HQ'])))

describe('a device', () => {
  it('stands at an open site of its client', () => {
    expect(registerDevice('LANHAI', 'PC-01', { ...pc, site: 'ELSEWHERE' }, ['HQ'])).toMatchObject({
      ok: false,
      error: { code: 'configuration.site-unknown' },
    })
  })

  it('is counted from its first day until the day before it is retired', () => {
    const retired = fold(unwrap(retireDevice(registered(), '2026-10-11', 'sold')), registered())
    expect(['2026-09-30', '2026-10-01', '2026-10-10', '2026-10-11'].map(day => inServiceOn(retired, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(serviceDays(retired, { from: '2026-10-01', to: '2026-11-01' })).toBe(10)
  })

  it('that comes back is not counted for the days between', () => {
    let device = fold(unwrap(retireDevice(registered(), '2026-10-11', 'moved-away')), registered())
    expect(returnDevice(device, '2026-10-10')).toMatchObject({ ok: false, error: { code: 'configuration.returned-too-early' } })
    device = fold(unwrap(returnDevice(device, '2026-10-21')), device)
    expect(serviceDays(device, { from: '2026-10-01', to: '2026-11-01' })).toBe(10 + 11)
    expect(device.status).toBe('in-service')
  })

  it('cannot be retired before its first day; retired on it, it has no day of service', () => {
    expect(retireDevice(registered(), '2026-09-30', 'sold')).toMatchObject({ ok: false })
    const mistake = fold(unwrap(retireDevice(registered(), '2026-10-01', 'entered-by-mistake')), registered())
    expect(servedIn([mistake], { from: '2026-09-01', to: '2027-01-01' })).toEqual([])
  })

  it('keeps class and times of service through a change', () => {
    const { class: _class, inServiceFrom: _from, ...facts } = pc
    const changed = fold(unwrap(changeDevice(registered(), { ...facts, antivirus: 'yes' }, ['HQ'])), registered())
    expect(changed).toEqual({ ...registered(), antivirus: 'yes' })
  })

  it('fits its index row in 700 bytes', () => {
    const long = { ...registered(), name: '一'.repeat(80), serial: '一'.repeat(80) }
    expect(Buffer.byteLength(JSON.stringify(deviceAggregate.project(long).row))).toBeLessThanOrEqual(700)
  })
})

describe('the count of a day', () => {
  it('names every class, those without devices with 0', () => {
    const server = { ...registered(), id: 'SRV-01', class: 'server' as const }
    expect(countByClass([registered(), server], '2026-10-01')).toEqual({
      pc: 1,
      server: 1,
      network: 0,
      printer: 0,
      monitor: 0,
      other: 0,
    })
    expect(countByClass([registered(), server], '2026-09-30').pc).toBe(0)
  })
})
