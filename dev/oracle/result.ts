/** Outcome of one case of an oracle file. `skipped`: a kind of case whose capability the product does not have, with the reason. */
export type OracleResult = {
  id: string
  status: 'passed' | 'failed' | 'skipped'
  expected?: unknown
  actual?: unknown
  reason?: string
}

/** What an oracle's own functions made of a case; a throw is a failure of that case alone, with its message. */
export function compared(
  id: string,
  expected: unknown,
  evaluate: () => unknown,
  same: (a: unknown, b: unknown) => boolean,
): OracleResult {
  try {
    const actual = evaluate()
    return { id, status: same(expected, actual) ? 'passed' : 'failed', expected, actual }
  } catch (error) {
    return { id, status: 'failed', expected, reason: error instanceof Error ? error.message : String(error) }
  }
}

export const skipped = (id: string, reason: string): OracleResult => ({ id, status: 'skipped', reason })
