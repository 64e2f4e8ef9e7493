import { compilePattern } from '@pactdesk/domain/kernel/event-pattern'
import * as z from 'zod'
import type { OracleResult } from './result.ts'

const Case = z.object({
  name: z.string(),
  rule: z.unknown(),
  event: z.unknown(),
  match: z.boolean().optional(),
  error: z.string().optional(),
})

/**
 * Judges event patterns labelled by the real engine with the matcher of the local bus and the stream filters.
 * A case with `error` passes when the pattern is refused. The file is an array of cases, or `{cases: […]}`.
 */
export function run(fileContent: string): OracleResult[] {
  const parsed: unknown = JSON.parse(fileContent)
  const cases = z.array(Case).parse(Array.isArray(parsed) ? parsed : (parsed as { cases?: unknown }).cases)
  return cases.map(({ name: id, rule, event, match, error }) => {
    const expected = error === undefined ? match : 'refused'
    const compiled = compilePattern(rule)
    const actual = compiled.ok ? compiled.value(event) : 'refused'
    if (actual === expected) return { id, status: 'passed', expected, actual }
    return {
      id,
      status: 'failed',
      expected,
      actual,
      reason: compiled.ok ? 'the engine decides otherwise' : compiled.error.detail,
    }
  })
}
