/** Incidents in the log; the first of a Monday, a new one each hour. */
const incidents = 45
const first = Date.UTC(2016, 1, 29, 9, 0)
const minute = 60_000

/** Where an incident stands after so many minutes, and how often it was changed by then. */
const course: [after: number, state: string, changes: number][] = [
  [0, 'New', 0],
  [20, 'Active', 1],
  [45, 'Awaiting User Info', 3],
  [100, 'Active', 4],
  [160, 'Resolved', 5],
  [400, 'Closed', 6],
]

/** A ServiceNow event log of `incidents` made-up incidents with six rows each; its first day is a Monday. */
export function incidentLog(): string {
  const header =
    'number,incident_state,sys_mod_count,caller_id,opened_at,sys_created_at,sys_created_by,sys_updated_by,sys_updated_at,impact,urgency,priority'
  const rows = Array.from({ length: incidents }, (_, at) => {
    const opened = first + at * 60 * minute
    return course.map(([after, state, changes]) =>
      [
        `INC9${String(at).padStart(6, '0')}`,
        state,
        changes,
        `Caller ${at % 7}`,
        wall(opened),
        wall(opened),
        'Created by 1',
        `Updated by ${changes}`,
        wall(opened + after * minute),
        '2 - Medium',
        '2 - Medium',
        '3 - Moderate',
      ].join(','),
    )
  })
  return [header, ...rows.flat(), ''].join('\n')
}

/** `29/2/2016 09:05`, as the log writes it. */
function wall(ms: number): string {
  const at = new Date(ms)
  const time = at.toISOString().slice(11, 16)
  return `${at.getUTCDate()}/${at.getUTCMonth() + 1}/${at.getUTCFullYear()} ${time}`
}
