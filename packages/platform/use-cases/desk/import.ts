import { createHash } from 'node:crypto'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import { chooseContract } from '@pactdesk/domain/outsourcing/contract/index'
import {
  applyRow,
  checkBatch,
  checkHistories,
  type Dated,
  cancelImport as decideCancel,
  startImport as decideStart,
  type ImportConflict,
  type ImportCounts,
  type ImportJob,
  type ImportRow,
  type IncidentHistory,
  importAggregate,
  noCounts,
  openImported,
  takeBatch,
} from '@pactdesk/domain/service-desk/index'
import * as routes from '@pactdesk/domain/service-desk/routes'
import { type Pinned, ticketAggregate } from '@pactdesk/domain/service-support/incident/index'
import { clientAggregate } from '@pactdesk/domain/tenancy/index'
import { handle } from '../../http/api.ts'
import { canonical } from '../../run/canonical.ts'
import { execute } from '../../run/execute.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryPage } from '../../table/page.ts'
import { defineRecord } from '../../table/record.ts'
import { contractsInForce } from '../contract/register.ts'
import { pinnedTerms, policyUnder } from './policy.ts'

/**
 * What of an outside incident is here: the hash of its head and first `rows` rows, by which a second import knows it again, and the
 * version the import left the ticket at.
 */
type Guard = { ticket: string; rows: number; hash: string; version: number; job: string; jobRows: number }
const importedIncident = defineRecord<{ client: string; source: string; number: string }, Guard>({
  type: 'imported-incident',
  scope: 'client',
  sv: 1,
  upcasts: [],
  key: ({ client, source, number }) => ({ client, part: `UQ#${source}#${number}`, sort: '#' }),
})

/** Events of one commit; DynamoDB takes 100 items, and a longer history goes on in the next commit. */
const eventsAtOnce = 80

const startImport = handle(routes.startImport, async ({ uow, env, params: { client }, body, etag }) => {
  await uow.load(clientAggregate, { client, id: client })
  const id = env.newId()
  const { state, version } = uow.create(importAggregate, { client, id }, unwrap(decideStart(client, id, body, env)))
  etag(version)
  return state
})

/** Each ticket is a commit of its own, so a batch that broke off is sent again: what is there is known by its hash. */
const importBatch = handle(
  routes.importBatch,
  async ({ ctx, uow, env, params: { client, import: id }, body, correlationId, etag }) => {
    const loaded = await uow.subject(importAggregate, { client, id })
    const refused = checkBatch(loaded.state, body.batch)
    if (refused) unwrap(refused)
    unwrap(checkHistories(body.histories, env.now))
    const counts: ImportCounts = structuredClone(noCounts)
    const conflicts: ImportConflict[] = []
    const clock = { wallNow: () => new Date().toISOString(), businessNow: () => env.now }
    for (const history of body.histories) {
      const execution = { ctx: importing(ctx), clock, origin: 'import' as const, correlationId }
      let more = true
      while (more) {
        const step = await execute(execution, one => importIncident(one, loaded.state, history))
        more = step.more
        if (!more) count(counts, conflicts, history, step)
      }
    }
    const { state, version } = uow.append(loaded, unwrap(takeBatch(loaded.state, body.batch, { counts, conflicts }, env)))
    etag(version)
    return state
  },
)

const listImports = handle(routes.listImports, async ({ ctx, uow, params: { client }, query }) => {
  const of = { index: 'gsi1', part: 'IMPORTS', prefix: `${client}#`, reverse: true, ...query } as const
  const { items, next } = await queryPage(uow.database, ctx, of)
  return { items: items.map(item => item.row as ImportRow), ...(next && { next }) }
})

const getImport = handle(routes.getImport, async ({ uow, params: { client, import: id }, etag }) => {
  const { state, version } = await uow.load(importAggregate, { client, id })
  etag(version)
  return state
})

const cancelImport = handle(routes.cancelImport, async ({ uow, env, params: { client, import: id }, etag }) => {
  const loaded = await uow.subject(importAggregate, { client, id })
  const { state, version } = uow.append(loaded, unwrap(decideCancel(loaded.state, env)))
  etag(version)
  return state
})

type Step = { more: boolean; ticket: string; taken: number; from: number; conflict?: ImportConflict['why'] }

/** One commit's worth of a history: opens the ticket, or goes on where the import of it stopped. */
async function importIncident(uow: UnitOfWork, job: ImportJob, history: IncidentHistory): Promise<Step> {
  const { client, options } = job
  const key = { client, source: options.source, number: history.number }
  const guard = await uow.getRecord(importedIncident, key)
  const hashes = chain(history)
  const held = guard?.value
  if (held && (held.rows > history.rows.length || hashes[held.rows] !== held.hash))
    return { more: false, ticket: held.ticket, taken: 0, from: held.rows, conflict: 'history-differs' }
  const from = held ? (held.job === job.id ? held.jobRows : held.rows) : 0
  if (held && held.rows === history.rows.length) return { more: false, ticket: held.ticket, taken: held.rows - from, from }

  let ticket = held && (await uow.load(ticketAggregate, { client, id: held.ticket }))
  if (held && ticket && ticket.version !== held.version)
    return { more: false, ticket: held.ticket, taken: 0, from: held.rows, conflict: 'ticket-changed-here' }
  const pinned: Pinned = ticket?.state.contract ?? chooseContract(await contractsInForce(uow, client), history.openedAt)
  const terms = await pinnedTerms(uow, client, pinned)
  const policy = terms && policyUnder(terms, undefined)
  let events = 0
  const append = (dated: readonly Dated[]) => {
    for (const { at, event } of dated) {
      ticket = ticket
        ? uow.append(ticket, [event], at)
        : uow.create(ticketAggregate, { client, id: event.data.ticket }, [event], at)
      events += 1
    }
  }
  if (!ticket) {
    const number = `${client}-${await uow.nextNumber({ scope: 'client', client, name: 'T' })}`
    const { state } = await uow.load(clientAggregate, { client, id: client })
    const facts = { client, number, team: 'desk', company: state.name.zh, source: options.source, importedAt: uow.env.now }
    const scope = {
      outcome: terms ? 'covered' : 'undecided',
      ...(terms && { clause: '2' }),
      reason: 'imported',
      at: history.openedAt,
    } as const
    append(unwrap(openImported(history, { ...facts, contract: pinned, policy, scope })))
  }
  let rows = held?.rows ?? 0
  while (rows < history.rows.length && events < eventsAtOnce) {
    append(unwrap(applyRow(ticket!.state, history.rows[rows]!, policy)))
    rows += 1
  }
  const value = { ticket: ticket!.ref.id, rows, hash: hashes[rows]!, version: ticket!.version, job: job.id, jobRows: from }
  uow.putRecord(importedIncident, key, value, guard ? { version: guard.version } : 'absent')
  return { more: rows < history.rows.length, ticket: value.ticket, taken: rows - from, from }
}

/** Hash of the head and the first n rows, for each n. */
function chain({ rows, ...head }: IncidentHistory): string[] {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  const hashes = [digest(canonical(head))]
  for (const row of rows) hashes.push(digest(hashes.at(-1)! + canonical(row)))
  return hashes
}

/** Every row of the history is counted once: as what it did, as known, or as conflicting. */
function count(counts: ImportCounts, conflicts: ImportConflict[], history: IncidentHistory, step: Step): void {
  const { from, taken, conflict, ticket } = step
  if (conflict) {
    counts.tickets.conflicting += 1
    counts.rows.conflicting += history.rows.length
    conflicts.push({ number: history.number, ticket, why: conflict })
    return
  }
  counts.tickets[taken === 0 ? 'known' : from === 0 ? 'created' : 'extended'] += 1
  counts.rows.known += from
  for (const row of history.rows.slice(from)) counts.rows[row.outcome] += 1
}

/** Imported history has no person of this workspace as its actor. */
const importing = (ctx: TenantContext): TenantContext => {
  if (ctx.kind === 'client') throw new DomainFailure({ code: 'import.staff', kind: 'forbidden', detail: 'staff import' })
  return { ...ctx, actor: { kind: 'import', id: 'import', name: ctx.actor.name } }
}

export const importHandlers = [startImport, listImports, importBatch, getImport, cancelImport]
