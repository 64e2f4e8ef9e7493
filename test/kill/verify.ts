import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Judged } from '@pactdesk/platform/audit/check'
import { main } from './host-process.ts'

/** `pactdesk verify` on a data folder, as an operator runs it. */
export async function verify(data: string): Promise<{ code: number; checks: Judged[] }> {
  const child = spawn(process.execPath, [main, '--data', data, '--json', 'verify'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = text(child.stdout)
  const [code] = (await once(child, 'exit')) as [number]
  return { code, checks: JSON.parse(await said) as Judged[] }
}
