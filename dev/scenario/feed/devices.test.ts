import { describe, expect, it } from 'vitest'
import type { Visit } from '../file.ts'
import { classOf, sitesOf } from './devices.ts'

const contract = { arrivalWorkingMinutes: { HQ: 60, WH: 90 } } as unknown as Parameters<typeof sitesOf>[0]['contract']
const devices = ['PC-1', 'PC-2', 'PC-3', 'PC-4'].map(id => ({ id, cls: 'pc' }))
const visit = (site: string, devicesDue: number, devicesNotDone: string[] = []): Visit => ({
  id: `V-${site}`,
  kind: 'planned-monthly',
  date: '2026-07-15',
  site,
  devicesDue,
  devicesNotDone,
})

describe('where devices stand that the file gives no site', () => {
  it('one visit covers all of them, whichever site it goes to', () => {
    expect([...sitesOf({ contract, devices, visits: [visit('WH', 4)] }).values()]).toEqual(['WH', 'WH', 'WH', 'WH'])
  })

  it('two visits share them as they count them, and a device that a visit names stands there', () => {
    const visits = [visit('HQ', 2), visit('WH', 2, ['PC-1'])]
    expect([...sitesOf({ contract, devices, visits }).values()]).toEqual(['WH', 'HQ', 'HQ', 'WH'])
  })

  it('what no visit covers stands at the first site, and a site that is said is kept', () => {
    const said = devices.map(device => (device.id === 'PC-4' ? { ...device, site: 'WH' } : device))
    expect([...sitesOf({ contract, devices: said, visits: [] }).values()]).toEqual(['HQ', 'HQ', 'HQ', 'WH'])
  })
})

it('a kind of device without a class of its own is another', () => {
  expect(['pc', 'Server', 'firewall'].map(classOf)).toEqual(['pc', 'server', 'other'])
})
