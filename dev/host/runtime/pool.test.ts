import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FunctionPool } from './pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'pactdesk-function-'))
const file = join(folder, 'index.mjs')
writeFileSync(
  file,
  `let calls = 0
  export const handler = async (event, context) => {
    calls++
    if (event.do === 'throw') throw Object.assign(new TypeError('bad input'), {})
    if (event.do === 'hang') await new Promise(resolve => setTimeout(resolve, 60_000))
    if (event.do === 'spin') for (;;);
    if (event.do === 'wait') await new Promise(resolve => setTimeout(resolve, 50))
    if (event.do === 'exit') process.exit(7)
    if (event.do === 'env') return { ...process.env }
    console.log('called', calls)
    return { calls, offset: context.clientContext.businessOffsetMs, left: context.getRemainingTimeInMillis() > 0 }
  }`,
)
const lines: string[] = []
const model = {
  id: 'F',
  name: 'f',
  arn: 'arn:f',
  roleName: 'r',
  file,
  handler: 'handler',
  environment: {},
  timeoutSeconds: 0.3,
  memoryMb: 128,
}
const pool = new FunctionPool({
  functions: new Map([['f', model]]),
  environment: () => ({ GIVEN: 'yes' }),
  businessOffsetMs: () => 5000,
  log: line => lines.push(line),
})
const call = async (what?: string) => JSON.parse(await pool.invoke('f', JSON.stringify({ do: what }))) as Record<string, unknown>
afterAll(() => pool.stop())

describe('a function in its thread', () => {
  it('keeps its module between calls and takes many at once', async () => {
    expect(await call()).toEqual({ calls: 1, offset: 5000, left: true })
    const started = performance.now()
    await Promise.all(Array.from({ length: 10 }, () => call('wait')))
    expect(performance.now() - started).toBeLessThan(400)
    expect((await call()).calls).toBe(12)
    expect(lines.some(line => line.startsWith('f called'))).toBe(true)
  })

  it('sees its own environment and nothing of the host’s', async () => {
    process.env.HOST_SECRET = 'x'
    expect(await call('env')).toEqual({ GIVEN: 'yes' })
  })

  it('rejects with the error that was thrown, and goes on', async () => {
    await expect(call('throw')).rejects.toMatchObject({ name: 'FunctionError', errorType: 'TypeError', message: 'bad input' })
    await expect(call()).resolves.toBeDefined()
  })

  it('is replaced after it ended itself, hung or span', async () => {
    await expect(call('exit')).rejects.toMatchObject({ errorType: 'Runtime.ExitError' })
    expect((await call()).calls).toBe(1)
    for (const stuck of ['hang', 'spin']) {
      await expect(call(stuck)).rejects.toThrow('Task timed out after 0.30 seconds')
      expect((await call()).calls).toBe(1)
    }
  })
})
