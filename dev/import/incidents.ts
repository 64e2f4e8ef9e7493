import { createHash } from 'node:crypto'
import type { Api } from '@pactdesk/domain/kernel/client'
import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import { type ImportJob, type MapReport, mapIncidentLog, ticketsIn } from '@pactdesk/domain/service-desk/index'
import { getImport, importBatch, listImports, startImport } from '@pactdesk/domain/service-desk/routes'
import { CsvError, parse } from 'csv-parse/sync'

export type ImportIncidents = {
  api: Api
  client: string
  file: { name: string; text: string }
  zone: string
  /** Weekday of the log's earliest `opened_at`. */
  firstDay: string
  /** Tickets done, tickets in all. */
  onProgress?: (done: number, all: number) => void
  signal?: AbortSignal
}
/** What the reader made of the file, and what the server made of that. */
export type ImportResult = { report: MapReport; job: ImportJob; resumed: boolean }

/** Tickets a call; the server takes at most 25 and the body stays far below 5 MB. */
const perBatch = 20
const source = 'servicenow'

/**
 * Reads the log here, then hands histories over in batches. One that was cut off goes on at the job's cursor; a batch sent twice
 * changes nothing. Throws `DomainFailure` for a file that can't be read and `ProblemError` for a refusal of the server.
 */
export async function importIncidents(input: ImportIncidents): Promise<ImportResult> {
  const { api, client, file, zone, firstDay, onProgress, signal } = input
  const params = { client }
  const known = await api.call(listImports, { params, query: { limit: 200 }, ...(signal && { signal }) })
  const businessNow = known.businessNow
  if (!businessNow) throw new Error('the server does not tell its business time')
  const { histories, report } = unwrap(mapIncidentLog(rowsOf(file.text), { zone, firstDay, businessNow }))
  const fingerprint = createHash('sha256').update(JSON.stringify(histories)).digest('hex')
  const running = known.value.items.find(job => job.status === 'running' && job.fingerprint === fingerprint)
  let job = running
    ? (await api.call(getImport, { params: { client, import: running.id } })).value
    : await begin(input, report, fingerprint)
  for (;;) {
    onProgress?.(ticketsIn(job.counts), report.tickets)
    const batch = histories.slice(job.cursor * perBatch, (job.cursor + 1) * perBatch)
    if (job.status !== 'running' || batch.length === 0) return { report, job, resumed: running !== undefined }
    signal?.throwIfAborted()
    const body = { batch: job.cursor, histories: batch }
    job = (await api.call(importBatch, { params: { client, import: job.id }, body, ...(signal && { signal }) })).value
  }
}

async function begin({ api, client, file, zone, firstDay }: ImportIncidents, report: MapReport, fingerprint: string) {
  const { rows, tickets, refused } = report
  const options = { source, file: file.name.slice(0, 120), fingerprint, zone, firstDay, rows, tickets }
  const body = { ...options, refusedRows: refused.length, refused: refused.slice(0, 100) }
  return (await api.call(startImport, { params: { client }, body })).value
}

function rowsOf(text: string): Record<string, string>[] {
  if (/[\uFFFD\0]/.test(text)) {
    const detail = 'the file is no text in UTF-8: some of its characters cannot be read'
    throw new DomainFailure({ code: 'import.bad-encoding', kind: 'invalid', detail })
  }
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new DomainFailure({ code: 'import.bad-csv', kind: 'invalid', detail: `the file is no CSV: ${error.message}` })
  }
}
