import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, vi } from 'vitest'
import { writeFixture } from './fixture/assembly.ts'
import { effectsOf } from './fixture/host.ts'

const cdkOut = writeFixture()
const data = mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
const effects = () => effectsOf(join(data, 'effects.jsonl'))

async function run(): Promise<{ child: ChildProcess; url: string; table: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fixture', 'run.ts'), data, cdkOut], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string]
  return { child, ...(JSON.parse(line) as { url: string; table: string }) }
}

const make = (url: string, id: string, mode: string) =>
  fetch(`${url}/api/notes/new`, {
    method: 'POST',
    headers: { authorization: 'Bearer good', 'x-workspace': 'acme', 'content-type': 'application/json' },
    body: JSON.stringify({ id, mode }),
  })
const gone = async (url: string) =>
  fetch(url).then(
    () => false,
    () => true,
  )

it('a host killed outright while messages are stored and held loses none, and leaves nothing behind', async () => {
  const first = await run()
  for (let i = 0; i < 12; i++) expect((await make(first.url, `n${i}`, i === 0 ? 'slow' : 'ok')).status).toBe(201)
  await vi.waitUntil(() => effects().some(effect => 'holding' in effect), { timeout: 10_000 })
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  await vi.waitUntil(() => gone(first.table), { timeout: 5_000 })
  expect(await gone(first.url)).toBe(true)

  writeFileSync(join(data, 'effects.jsonl.go'), '')
  const second = await run()
  await (await fetch(`${second.url}/_local/drain`, { method: 'POST' })).text()
  const consumed = new Set(effects().flatMap(effect => (effect.consumed as string | undefined) ?? []))
  expect([...consumed].sort()).toEqual(Array.from({ length: 12 }, (_, i) => `n${i}`).sort())

  second.child.kill('SIGTERM')
  expect(await once(second.child, 'exit')).toEqual([0, null])
  expect(await gone(second.table)).toBe(true)
})

it('a host ends with the process that started it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
  const script = join(import.meta.dirname, 'fixture', 'run.ts')
  const parent = spawn('sh', ['-c', `"${process.execPath}" "${script}" "${folder}" "${cdkOut}" & wait`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface(parent.stdout!), 'line')) as [string]
  const { url, table } = JSON.parse(line) as { url: string; table: string }
  parent.kill('SIGKILL')
  await vi.waitUntil(async () => (await gone(url)) && (await gone(table)), { timeout: 10_000, interval: 100 })
})
