import { invalid, ok, type Result } from '../../kernel/result.ts'
import { type Instant, isAfter, LocalDate, Zone } from '../../kernel/time.ts'
import type { Level, Priority } from '../../service-support/incident/priority.ts'
import type { HistoryRow, ImportedState, IncidentHistory, RefusedRow, RowOutcome } from './history.ts'
import { type LogRow, readLog, wallOf } from './read-log.ts'
import { notBefore, shifter, shiftOf } from './shift.ts'

export type MapOptions = { zone: Zone; firstDay: LocalDate; businessNow: Instant }

/** Every row of the file is in exactly one of these. */
export type MapReport = Record<RowOutcome, number> & {
  rows: number
  tickets: number
  refused: RefusedRow[]
  /** Wall times that the zone skips, moved by the gap. */
  movedByGap: number
}

/** States of the log. Other `Awaiting …` go on in progress with the reason; a state that is none of these changes nothing. */
const states: Record<string, ImportedState> = {
  New: { status: 'new' },
  Active: { status: 'in-progress' },
  'Awaiting User Info': { status: 'waiting', reason: 'Awaiting User Info' },
  Resolved: { status: 'resolved' },
  Closed: { status: 'closed' },
}
export const stateOf = (name: string | undefined): ImportedState | undefined =>
  states[name ?? ''] ?? (/^Awaiting /.test(name ?? '') ? { status: 'in-progress', reason: name!.slice(0, 80) } : undefined)

/**
 * Fields that tell of the row itself, or of the end: the log's end-state fields are back-filled on every row, so an early row
 * knows when its incident will close.
 */
const untold = new Set([
  'number',
  'incident_state',
  'active',
  'sys_mod_count',
  'sys_updated_by',
  'sys_updated_at',
  'opened_at',
  'opened_by',
  'sys_created_at',
  'sys_created_by',
  'closed_code',
  'resolved_by',
  'resolved_at',
  'closed_at',
])

/** Columns that become labels: people and groups there are nobody here. */
const labelled = { assignment_group: 'group', assigned_to: 'assigned', category: 'category', location: 'location' } as const

type Read = { row: LogRow; no: number; updated: string; opened: string; created: string }

/**
 * Incident logs with rows of full state, as histories of changes. The whole log moves by whole weeks to `firstDay`; rows are in
 * the order of `sys_updated_at`, then `sys_mod_count`; an incident opened at the earliest time of its rows.
 */
export function mapIncidentLog(
  csv: readonly Record<string, string>[],
  { zone, firstDay, businessNow }: MapOptions,
): Result<{ histories: IncidentHistory[]; report: MapReport }> {
  if (!Zone.safeParse(zone).success) return invalid('import.zone', `${zone} is no IANA zone such as Asia/Shanghai`, { zone })
  if (!LocalDate.safeParse(firstDay).success)
    return invalid('import.bad-first-day', `${firstDay} is no date such as 2026-01-05`, { firstDay })
  const log = readLog(csv)
  if (!log.ok) return log
  const report: MapReport = { rows: csv.length, tickets: 0, created: 0, state: 0, other: 0, none: 0, refused: [], movedByGap: 0 }
  const read = log.value.flatMap((row, index) => readRow(row, index + 1, report))
  const earliest = read.map(({ opened }) => opened).sort()[0]
  if (earliest === undefined) return ok({ histories: [], report })
  const days = shiftOf(earliest, firstDay)
  if (!days.ok) return days
  const { instantOf } = shifter(days.value, zone)
  const when = (wall: string) => {
    const { at, moved } = instantOf(wall)
    if (moved) report.movedByGap += 1
    return at
  }
  const histories = [...Map.groupBy(read, ({ row }) => row.number!).values()].flatMap(rows => {
    const history = historyOf(rows, when, businessNow, report)
    return history ? [history] : []
  })
  report.tickets = histories.length
  for (const { outcome } of histories.flatMap(({ rows }) => rows)) report[outcome] += 1
  histories.sort((a, b) => (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : a.number < b.number ? -1 : 1))
  return ok({ histories, report })
}

function readRow(row: LogRow, no: number, report: MapReport): Read[] {
  const number = row.number ?? ''
  const refuse = (why: RefusedRow['why'], value: string | undefined): Read[] => {
    report.refused.push({ row: no, number: number.slice(0, 64), why, value: (value ?? '').slice(0, 80) })
    return []
  }
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(number)) return refuse('bad-row', row.number)
  if (!priorityIn(row)) return refuse('bad-row', row.priority)
  if (!/^\d+$/.test(row.sys_mod_count ?? '')) return refuse('bad-row', row.sys_mod_count)
  const updated = wallOf(row.sys_updated_at)
  if (!updated) return refuse('bad-date', row.sys_updated_at)
  const opened = wallOf(row.opened_at)
  if (!opened) return refuse('bad-date', row.opened_at)
  const created = row.sys_created_at === undefined ? updated : wallOf(row.sys_created_at)
  if (!created) return refuse('bad-date', row.sys_created_at)
  return [{ row, no, updated, opened, created }]
}

function historyOf(
  rows: Read[],
  when: (wall: string) => Instant,
  businessNow: Instant,
  report: MapReport,
): IncidentHistory | undefined {
  rows.sort((a, b) => compare(a.updated, b.updated) || Number(a.row.sys_mod_count) - Number(b.row.sys_mod_count) || a.no - b.no)
  const first = rows[0]!
  const openedWall = rows.flatMap(({ opened, created, updated }) => [opened, created, updated]).sort()[0]!
  const openedAt = when(openedWall)
  const kept: HistoryRow[] = []
  let before: Read | undefined
  for (const read of rows) {
    const at = notBefore(when(read.updated), kept.at(-1)?.at ?? openedAt)
    if (isAfter(at, businessNow)) {
      report.refused.push({ row: read.no, number: read.row.number!, why: 'later-than-now', value: read.row.sys_updated_at! })
      continue
    }
    kept.push(change(read, before, at))
    before = read
  }
  if (kept.length === 0) return undefined
  const impact = levelOf(first.row.impact)
  const urgency = levelOf(first.row.urgency)
  return {
    number: first.row.number!,
    openedAt,
    originalOpenedAt: first.row.opened_at!,
    caller: (first.row.caller_id ?? 'unknown').slice(0, 60),
    subject: subjectOf(first.row),
    priority: priorityIn(first.row)!,
    ...(impact && { impact }),
    ...(urgency && { urgency }),
    labels: labelsOf(first.row),
    rows: kept,
  }
}

/** What a row changed against the one before it; the first one creates the ticket, in whatever state it is. */
function change({ row }: Read, before: Read | undefined, at: Instant): HistoryRow {
  const known = { at, original: row.sys_updated_at!, by: (row.sys_updated_by ?? 'unknown').slice(0, 60) }
  const state = stateOf(row.incident_state)
  if (!before) return { ...known, outcome: 'created', ...(state && { state }) }
  const fields = Object.keys(row).filter(key => !untold.has(key) && row[key] !== before.row[key])
  if (row.incident_state !== before.row.incident_state && !state) fields.push('incident_state')
  const moved = state && row.incident_state !== before.row.incident_state ? state : undefined
  const told = fields.filter(key => key !== 'priority' && !(key in labelled))
  return {
    ...known,
    outcome: moved ? 'state' : fields.length > 0 ? 'other' : 'none',
    ...(moved && { state: moved }),
    ...(fields.includes('priority') && { priority: priorityIn(row)! }),
    ...(fields.some(key => key in labelled) && { labels: labelsOf(row) }),
    ...(told.length > 0 && { fields: told.map(key => key.slice(0, 40)).slice(0, 40) }),
  }
}

function labelsOf(row: LogRow): string[] {
  return Object.entries(labelled).flatMap(([column, label]) => (row[column] ? [`${label}: ${row[column]}`.slice(0, 40)] : []))
}

const subjectOf = ({ category, subcategory, u_symptom: symptom, number }: LogRow): string =>
  ([category, subcategory, symptom].filter(Boolean).join(' / ') || number!).slice(0, 200)

/** `3 - Moderate` → P3. */
function priorityIn(row: LogRow): Priority | undefined {
  const digit = /^([1-5])\b/.exec(row.priority ?? '')?.[1]
  return digit ? (`P${digit}` as Priority) : undefined
}

/** `1 - High` → high. */
const levelOf = (text: string | undefined): Level | undefined =>
  (({ '1': 'high', '2': 'medium', '3': 'low' }) as const)[(text ?? '')[0] as '1' | '2' | '3']

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
