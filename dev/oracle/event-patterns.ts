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
export function run(content: unknown): OracleResult[] {
  const cases = z.union([z.array(Case), z.object({ cases: z.array(Case) }).transform(file => file.cases)]).parse(content)
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
