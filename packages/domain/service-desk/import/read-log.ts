import { invalid, ok, type Result } from '../../kernel/result.ts'
import { LocalDate } from '../../kernel/time.ts'

/** A row of the log as text, `?` already taken for nothing. */
export type LogRow = Record<string, string | undefined>

/** Columns without which a row says nothing. */
const needed = ['number', 'incident_state', 'opened_at', 'sys_created_at', 'sys_updated_at', 'sys_mod_count', 'priority'] as const

/** Rows of the CSV as objects: refuses a file that is no incident log (`import.columns`) or empty (`import.empty`). */
export function readLog(csv: readonly Record<string, string>[]): Result<LogRow[]> {
  const first = csv[0]
  if (!first) return invalid('import.empty', 'the file has no rows')
  const missing = needed.filter(column => !(column in first))
  if (missing.length > 0)
    return invalid('import.columns', `the file lacks ${missing.join(', ')}: is it an incident event log?`, { missing })
  return ok(
    csv.map(row =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === '?' || value === '' ? undefined : value])),
    ),
  )
}

/** `29/2/2016 01:16`, without zone, as a wall time `2016-02-29T01:16`; undefined where it is none. */
export function wallOf(text: string | undefined): string | undefined {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{2}):(\d{2})$/.exec(text ?? '')
  if (!found) return undefined
  const [, day = '', month = '', year = '', hour = '', minute = ''] = found
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!LocalDate.safeParse(date).success || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${date}T${hour}:${minute}`
}
