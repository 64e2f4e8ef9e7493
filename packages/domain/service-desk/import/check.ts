import { err, ok, type Result } from '../../kernel/result.ts'
import { type Instant, isAfter, isBefore } from '../../kernel/time.ts'
import type { IncidentHistory } from './history.ts'

type Issue = { code: string; path: string; detail: string }

/**
 * Looks through a whole batch before the first ticket of it is made, since each ticket is a commit of its own: histories in order of
 * time, none later than the business clock, each beginning with the row that creates it. The error names every row that is wrong.
 */
export function checkHistories(histories: readonly IncidentHistory[], now: Instant): Result<void> {
  const issues = histories.flatMap((history, at) => [
    ...(histories.findIndex(({ number }) => number === history.number) < at
      ? [issue('number-twice', `histories.${at}.number`, `${history.number} is in the batch twice`)]
      : []),
    ...rowIssues(history, now, `histories.${at}.rows`),
  ])
  const [first] = issues
  if (!first) return ok(undefined)
  return err({
    code: first.code,
    kind: 'invalid',
    detail: `${first.path}: ${first.detail}`,
    params: { issues: issues.slice(0, 50) },
  })
}

function rowIssues({ openedAt, rows }: IncidentHistory, now: Instant, path: string): Issue[] {
  return rows.flatMap(({ at, outcome }, place) => {
    const before = place === 0 ? openedAt : rows[place - 1]!.at
    return [
      ...(isAfter(at, now) ? [issue('later-than-now', `${path}.${place}.at`, `${at} is later than now, ${now}`)] : []),
      ...(isBefore(at, before) ? [issue('out-of-order', `${path}.${place}.at`, `${at} lies before ${before}`)] : []),
      ...((outcome === 'created') === (place === 0)
        ? []
        : [issue('first-row', `${path}.${place}.outcome`, 'the first row creates the incident, and no other does')]),
    ]
  })
}

const issue = (reason: string, path: string, detail: string): Issue => ({ code: `import.${reason}`, path, detail })
