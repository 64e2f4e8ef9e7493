import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import type { Bill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { isTime, type SourceItem } from '@pactdesk/domain/outsourcing/metering/source-item'
import type { Entry } from '@pactdesk/domain/service-delivery/financial/journal'
import type { StoredItem } from '@pactdesk/platform/audit/check'
import { readLeft } from './left.ts'

/** What a story has brought about, in words that name no id: how often each thing happened, and what it comes to. */
export type Effects = ReadonlyMap<string, number>

/** All that a story leaves behind: the table, the mailbox, and what Stripe's stand-in knows. */
export type Traces = { items: readonly StoredItem[]; mails: readonly Mail[]; stripe: readonly StripeObject[] }
type Mail = { to: string[]; subject: string }
type StripeObject = { object?: string; status?: string; amount_received?: number }

/** Reads the traces in a data folder, whose host may run. */
export function readTraces(data: string): Traces {
  const state = new DatabaseSync(join(data, 'state.db'), { readOnly: true, timeout: 10_000 })
  const read = (sql: string) => (state.prepare(sql).all() as unknown as { json: string }[]).map(({ json }) => JSON.parse(json))
  try {
    return {
      items: readLeft(data).items,
      mails: read('SELECT content AS json FROM mail_messages') as Mail[],
      stripe: read('SELECT json FROM stripe_objects') as StripeObject[],
    }
  } finally {
    state.close()
  }
}

/** Counts every effect, and sums what has an amount. */
export function effectsOf({ items, mails, stripe }: Traces): Effects {
  const sums = new Map<string, number>()
  const add = (what: string, amount: number) => sums.set(what, (sums.get(what) ?? 0) + amount)
  for (const [what, amount] of [...items.flatMap(stored), ...mails.map(mailed), ...stripe.flatMap(charged)]) {
    add(what, 1)
    if (amount !== undefined) add(`${what}, sum`, amount)
  }
  return sums
}

type Effect = [what: string, amount?: number]

/** Items that may differ between two runs of one story: numbers of tickets may have gaps, leases and markers come and go. */
const incidental = new Set(['once', 'sequence', 'lease'])

function stored({ t, data }: StoredItem): Effect[] {
  switch (t) {
    case 'event':
      return [[`event ${(data as Envelope).type}`]]
    case 'journal':
      return posted(data as Entry)
    case 'work':
      return [worked(data as SourceItem)]
    case 'bill':
      return [billed(data as Bill)]
    default:
      return incidental.has(t) ? [] : [[`item ${t}`]]
  }
}

const posted = ({ source, postings }: Entry): Effect[] => [
  [`journal ${source.kind}`],
  ...postings.map(({ account, minor }): Effect => [`journal ${source.kind} ${account}`, minor]),
]

const worked = (item: SourceItem): Effect => [`work ${item.kind} ${item.state.status}`, isTime(item) ? item.minutes : undefined]

const billed = (bill: Bill): Effect =>
  bill.status === 'issued' ? [`bill ${bill.number} ${bill.kind}`, bill.grossMinor] : [`bill ${bill.status}`]

const mailed = ({ to, subject }: Mail): Effect => [`mail to ${to.join()}: ${subject.replace(/\b([A-Z]+)-\d+\b/g, '$1-n')}`]

const kept = new Set(['customer', 'checkout.session', 'payment_intent'])
const charged = ({ object = '', status = '', amount_received }: StripeObject): Effect[] =>
  kept.has(object) ? [[`stripe ${object} ${status}`, amount_received]] : []

/** What is missing, and what is there more than it should be. */
export function differences(expected: Effects, found: Effects): string[] {
  return [...new Set([...expected.keys(), ...found.keys()])].sort().flatMap(what => {
    const [should, is] = [expected.get(what) ?? 0, found.get(what) ?? 0]
    return should === is ? [] : [`${what}: ${is} instead of ${should}`]
  })
}
