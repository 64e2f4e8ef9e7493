import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Bill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import { type Check, check, type StoredItem } from '@pactdesk/platform/audit/check'
import type { FileLookup } from '@pactdesk/platform/audit/files'
import { tableOf } from '@pactdesk/platform/audit/table'

/** What a data folder holds beside the table, read only: files, queues, the Stripe stand-in. A host may be running on it. */
export type DataFolder = { files: FileLookup; checks: (items: readonly StoredItem[]) => Check[]; close: () => void }

export function openFolder(data: string): DataFolder {
  const state = new DatabaseSync(join(data, 'state.db'), { readOnly: true, timeout: 10_000 })
  return {
    files: key => {
      const row = state.prepare('SELECT sha256, size FROM s3_objects WHERE key = ?').get(key) as Stored | undefined
      const path = row && join(data, 'files', row.sha256.slice(0, 2), row.sha256)
      if (!row || !path || !existsSync(path)) return undefined
      const content = readFileSync(path)
      return { sha256: createHash('sha256').update(content).digest('hex'), size: content.length }
    },
    checks: items => [nothingGivenUp(state), takenMoneyIsBooked(state, items)],
    close: () => state.close(),
  }
}

type Stored = { sha256: string; size: number }

/** No stream record and no message was given up, and none waits. Counted: shards of the stream that are read. */
const nothingGivenUp = (state: DatabaseSync): Check =>
  check('nothing was given up on the way to a module', found => {
    const queues = state.prepare('SELECT queue, source, count(*) AS n FROM host_messages GROUP BY queue, source').all()
    for (const { queue, source, n } of queues as unknown as { queue: string; source: string | null; n: number }[])
      found(
        source
          ? `${n} messages of ${source.split(':').at(-1)} were given up`
          : `${n} messages wait in ${queue.split(':').at(-1)}`,
      )
    const lost = state.prepare('SELECT reason FROM host_failed_records').all() as unknown as { reason: string }[]
    for (const { reason } of lost) found(`stream records were given up: ${reason}`)
    return (state.prepare('SELECT count(*) AS n FROM host_checkpoints').get() as { n: number }).n
  })

/** What Stripe's stand-in has taken from a client is a payment of its bill, once. */
const takenMoneyIsBooked = (state: DatabaseSync, items: readonly StoredItem[]): Check =>
  check(
    'money that Stripe took is a payment of its bill',
    found => {
      const rows = state.prepare("SELECT json FROM stripe_objects WHERE kind = 'payment_intent'").all() as unknown as {
        json: string
      }[]
      const taken = rows
        .map(({ json }) => JSON.parse(json) as { id: string; status: string; amount_received: number })
        .filter(({ status }) => status === 'succeeded')
      const payments = tableOf(items)
        .of<Bill>('bill')
        .flatMap(({ value }) => (value.status === 'issued' ? value.payments.filter(({ via }) => via === 'stripe') : []))
      for (const { id, amount_received } of taken) {
        const booked = payments.filter(({ source }) => source === `stripe:${id}`).map(({ minor }) => minor)
        if (booked.join() !== String(amount_received))
          found(`Stripe took ${amount_received} with ${id}, booked: ${booked.join() || 'nothing'}`)
      }
      const known = new Set(taken.map(({ id }) => `stripe:${id}`))
      for (const { id, source } of payments)
        if (!known.has(source)) found(`payment ${id} names ${source}, which Stripe does not know`)
      return taken.length
    },
    [billEvents.checkoutOpened],
  )
