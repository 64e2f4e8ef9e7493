export type StoredItem = { pk: string; sk: string; t: string; sv?: number; v?: number; data?: unknown } & Record<string, unknown>

/**
 * One invariant over a whole table: how many things it looked at and what it found wrong. 0 checked is a failure, unless its
 * subject cannot be there yet: `after` names the events that bring it about, and none of them has happened.
 */
export type Check = { name: string; checked: number; problems: string[]; after: readonly string[] }
export type Outcome = 'passed' | 'failed' | 'skipped'
export type Judged = Check & { outcome: Outcome }

type Look = (found: (problem: string) => void) => number

export function check(name: string, look: Look, after: readonly { type: string }[] = []): Check {
  const problems: string[] = []
  const checked = looked(look, problem => problems.push(problem))
  return { name, checked, problems, after: after.map(({ type }) => type) }
}

/** What cannot even be read is wrong, and is told like everything else that is. */
function looked(look: Look, found: (problem: string) => void): number {
  try {
    return look(found)
  } catch (error) {
    found(`this cannot be judged: ${error instanceof Error ? error.message : error}`)
    return 1
  }
}

/** `happened`: types of all events in the table. */
export function judge(checks: readonly Check[], happened: ReadonlySet<string>): Judged[] {
  return checks.map(one => ({ ...one, outcome: outcomeOf(one, happened) }))
}

function outcomeOf({ checked, problems, after }: Check, happened: ReadonlySet<string>): Outcome {
  if (problems.length > 0) return 'failed'
  if (checked > 0) return 'passed'
  return after.length > 0 && !after.some(type => happened.has(type)) ? 'skipped' : 'failed'
}
