import { canonical } from '@pactdesk/platform/run/canonical'
import type { Acknowledged } from './sender.ts'

/**
 * Sends every answered command once more under its Idempotency-Key: what was acknowledged must be said again, word for word.
 * Answers those that were answered otherwise.
 */
export async function replay(acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const otherwise: string[] = []
  for (const { step, method, path, url, init, answer } of acknowledged) {
    const again = await fetch(url, init)
    const said: unknown = await again.json()
    if (!again.ok || canonical(said) !== canonical(answer)) otherwise.push(`${step}, ${method} ${path}: ${again.status}`)
  }
  return otherwise
}
