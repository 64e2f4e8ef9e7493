/** One invariant over a whole table: how many things it looked at and what it found wrong. 0 checked is a failure by itself. */
export type Check = { name: string; checked: number; problems: string[] }

export type StoredItem = { pk: string; sk: string; t: string; sv?: number; v?: number; data?: unknown } & Record<string, unknown>

export function check(name: string, run: (found: (problem: string) => void) => number): Check {
  const problems: string[] = []
  const checked = run(problem => problems.push(problem))
  return { name, checked, problems }
}
