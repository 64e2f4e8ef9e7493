import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { freePort, HostProcess } from './host-process.ts'
import { readLeft } from './left.ts'

const data = mkdtempSync(join(tmpdir(), 'pactdesk-first-'))
const host = new HostProcess(data, await freePort(), join(data, 'compiled'))
afterAll(async () => {
  await host.kill()
  rmSync(data, { recursive: true, force: true })
})

it('a first start killed while it tells the demo is followed by one that tells it from the beginning', async () => {
  const begun = 'demo   0 %'
  await host.launch([], begun)
  await host.kill()
  expect(readLeft(data).items.some(({ t }) => t === 'provider')).toBe(true)
  expect(await host.launch([], begun)).toEqual([
    'The demo was cut off before it was whole; it is taken away.',
    expect.stringContaining(begun),
  ])
}, 300_000)
