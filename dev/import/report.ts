import type { ImportResult } from './incidents.ts'

/** Every row of the file under one word; the sum is the number of rows. */
export type RowsByOutcome = {
  created: number
  stateChanges: number
  otherChanges: number
  noChange: number
  known: number
  conflicting: number
  refused: number
}

export function rowsByOutcome({ report, job }: ImportResult): RowsByOutcome {
  const { created, state, other, none, known, conflicting } = job.counts.rows
  return {
    created,
    stateChanges: state,
    otherChanges: other,
    noChange: none,
    known,
    conflicting,
    refused: report.refused.length,
  }
}

/** The report in words, for a terminal. Rows that are refused are named with their reason. */
export function importReport(result: ImportResult): string[] {
  const { report, job } = result
  const { tickets } = job.counts
  const rows = rowsByOutcome(result)
  const accounted = Object.values(rows).reduce((sum, count) => sum + count, 0)
  return [
    `${job.status}${result.resumed ? ' (resumed)' : ''}: import ${job.id} of ${job.options.file}`,
    `tickets: ${tickets.created} created, ${tickets.extended} extended, ${tickets.known} known already, ${tickets.conflicting} conflicting`,
    `rows: ${rows.created} created, ${rows.stateChanges} state changes, ${rows.otherChanges} other changes, ${rows.noChange} no change, ` +
      `${rows.known} known already, ${rows.conflicting} conflicting, ${rows.refused} refused; ${accounted} of ${report.rows} accounted for`,
    ...(report.movedByGap > 0 ? [`${report.movedByGap} times fell into a gap of the zone and moved by it`] : []),
    ...report.refused.slice(0, 20).map(({ row, number, why, value }) => `refused: row ${row} ${number}: ${why} ${value}`),
    ...(report.refused.length > 20 ? [`… and ${report.refused.length - 20} more`] : []),
    ...job.conflicts.map(({ number, ticket, why }) => `conflict: ${number} (${ticket}): ${why}`),
  ]
}
