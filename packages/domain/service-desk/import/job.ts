import * as z from 'zod'
import { defineAggregate, type Env } from '../../kernel/aggregate.ts'
import { defineEvent, type EventsOf } from '../../kernel/event.ts'
import { ClientKey, Id, Sha256 } from '../../kernel/ids.ts'
import { conflict, invalid, ok, type Result } from '../../kernel/result.ts'
import { Instant, LocalDate, Zone } from '../../kernel/time.ts'
import { RefusedRow } from './history.ts'

/** How a log is read, and what the reader found: batches follow until all tickets are there. */
export const ImportOptions = z
  .object({
    /** Names the other system in the keys by which its incidents are known again. */
    source: z.string().regex(/^[0-9A-Za-z_.-]{1,40}$/, 'a source has 1 to 40 letters, digits, ".", "_" or "-"'),
    file: z.string().max(120),
    /** sha256 of the mapped histories: an import that broke off is found by it and goes on. */
    fingerprint: Sha256,
    zone: Zone,
    firstDay: LocalDate,
    rows: z.int().min(0).max(1_000_000),
    tickets: z.int().min(0).max(200_000),
    /** Rows the reader refused; the first hundred by name. */
    refusedRows: z.int().min(0),
    refused: z.array(RefusedRow).max(100),
  })
  .meta({ id: 'ImportOptions' })
export type ImportOptions = z.infer<typeof ImportOptions>

/** What became of the tickets and rows so far. `known` tickets and rows were there from an earlier import. */
export const ImportCounts = z
  .object({
    tickets: z.object({ created: z.int(), extended: z.int(), known: z.int(), conflicting: z.int() }),
    rows: z.object({ created: z.int(), state: z.int(), other: z.int(), none: z.int(), known: z.int(), conflicting: z.int() }),
  })
  .meta({ id: 'ImportCounts' })
export type ImportCounts = z.infer<typeof ImportCounts>

/** A history that differs from the one imported before: nothing was changed. */
export const ImportConflict = z
  .object({ number: z.string(), ticket: z.string(), why: z.enum(['history-differs', 'ticket-changed-here']) })
  .meta({ id: 'ImportConflict' })
export type ImportConflict = z.infer<typeof ImportConflict>

const common = {
  id: Id,
  client: ClientKey,
  options: ImportOptions,
  startedAt: Instant,
  /** Number of batches taken; the next one must have this number. */
  cursor: z.int().min(0),
  counts: ImportCounts,
  conflicts: z.array(ImportConflict).max(100),
}
/** An import of incidents: batches in order, each taken once; it can be resumed where it stopped, and cancelled. */
export const ImportJob = z
  .discriminatedUnion('status', [
    z.object({ ...common, status: z.literal('running') }),
    z.object({ ...common, status: z.literal('done'), endedAt: Instant }),
    z.object({ ...common, status: z.literal('cancelled'), endedAt: Instant }),
  ])
  .meta({ id: 'ImportJob' })
export type ImportJob = z.infer<typeof ImportJob>

export const ImportRow = z
  .object({
    id: Id,
    client: ClientKey,
    status: z.enum(['running', 'done', 'cancelled']),
    cursor: z.int(),
    startedAt: Instant,
    fingerprint: Sha256,
    file: z.string(),
    tickets: z.int(),
  })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.infer<typeof ImportRow>

export const importMachine = [
  { from: 'running', command: 'take-batch', to: 'running' },
  { from: 'running', command: 'finish', to: 'done' },
  { from: 'running', command: 'cancel', to: 'cancelled' },
] as const

const about = { client: ClientKey, job: Id, at: Instant }
export const importEvents = {
  importStarted: defineEvent('desk', 'import-started', 1, 'staff', z.object({ ...about, options: ImportOptions })),
  batchImported: defineEvent(
    'desk',
    'batch-imported',
    1,
    'staff',
    z.object({ ...about, batch: z.int(), counts: ImportCounts, conflicts: z.array(ImportConflict).max(25) }),
  ),
  importFinished: defineEvent('desk', 'import-finished', 1, 'staff', z.object(about)),
  importCancelled: defineEvent('desk', 'import-cancelled', 1, 'staff', z.object(about)),
}
export type ImportEvent = EventsOf<typeof importEvents>

export const noCounts: ImportCounts = {
  tickets: { created: 0, extended: 0, known: 0, conflicting: 0 },
  rows: { created: 0, state: 0, other: 0, none: 0, known: 0, conflicting: 0 },
}

export const importAggregate = defineAggregate<ImportJob, ImportEvent>({
  type: 'import',
  module: 'desk',
  key: 'IMPORT',
  scope: 'internal',
  sv: 1,
  upcasts: [],
  events: importEvents,
  evolve,
  project: ({ id, client, status, cursor, startedAt, options: { fingerprint, file, tickets } }) => ({
    row: { id, client, status, cursor, startedAt, fingerprint, file, tickets },
    gsi1: { part: 'IMPORTS', sort: `${client}#${startedAt}#${id}` },
  }),
})

function evolve(state: ImportJob | undefined, event: ImportEvent): ImportJob {
  const { client, job: id, at } = event.data
  switch (event.type) {
    case 'desk.import-started.v1':
      return {
        id,
        client,
        options: event.data.options,
        startedAt: at,
        cursor: 0,
        counts: noCounts,
        conflicts: [],
        status: 'running',
      }
    case 'desk.batch-imported.v1': {
      const { batch, counts, conflicts } = event.data
      return {
        ...state!,
        cursor: batch + 1,
        counts: addCounts(state!.counts, counts),
        conflicts: [...state!.conflicts, ...conflicts].slice(0, 100),
      }
    }
    case 'desk.import-finished.v1':
      return { ...state!, status: 'done', endedAt: at }
    case 'desk.import-cancelled.v1':
      return { ...state!, status: 'cancelled', endedAt: at }
  }
}

/** One of which the reader refused every row has nothing to wait for: it ends as it begins. */
export function startImport(client: string, id: string, options: ImportOptions, env: Pick<Env, 'now'>): Result<ImportEvent[]> {
  const about = { client, job: id, at: env.now }
  return ok([
    importEvents.importStarted.of({ ...about, options }),
    ...(options.tickets === 0 ? [importEvents.importFinished.of(about)] : []),
  ])
}

/** A batch is taken in its turn; one taken already is told apart by its number (`import.batch-order`). The last one finishes. */
export function takeBatch(
  job: ImportJob,
  batch: number,
  taken: { counts: ImportCounts; conflicts: ImportConflict[] },
  env: Pick<Env, 'now'>,
): Result<ImportEvent[]> {
  const refused = checkBatch(job, batch)
  if (refused) return refused
  const about = { client: job.client, job: job.id, at: env.now }
  const counts = addCounts(job.counts, taken.counts)
  const all = ticketsIn(counts) >= job.options.tickets
  return ok([
    importEvents.batchImported.of({ ...about, batch, ...taken }),
    ...(all ? [importEvents.importFinished.of(about)] : []),
  ])
}

export function checkBatch(job: ImportJob, batch: number): Result<never> | undefined {
  if (job.status !== 'running') return conflict('import.ended', `this import is ${job.status}`, { status: job.status })
  if (batch !== job.cursor)
    return invalid('import.batch-order', `batch ${batch} is not the next one, ${job.cursor}`, { batch, cursor: job.cursor })
  return undefined
}

/** What was imported stays; the rest does not come. */
export function cancelImport(job: ImportJob, env: Pick<Env, 'now'>): Result<ImportEvent[]> {
  if (job.status !== 'running') return conflict('import.ended', `this import is ${job.status}`, { status: job.status })
  return ok([importEvents.importCancelled.of({ client: job.client, job: job.id, at: env.now })])
}

export const ticketsIn = ({ tickets }: ImportCounts): number =>
  tickets.created + tickets.extended + tickets.known + tickets.conflicting

export const addCounts = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  tickets: sum(a.tickets, b.tickets),
  rows: sum(a.rows, b.rows),
})

function sum<T extends Record<string, number>>(a: T, b: T): T {
  return Object.fromEntries(Object.entries(a).map(([key, value]) => [key, value + b[key]!])) as T
}
