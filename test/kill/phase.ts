import { createHash } from 'node:crypto'
import type { AnyRoute } from '@pactdesk/domain/kernel/client'
import { closeMonth } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { draftExtras, issueBill } from '@pactdesk/domain/outsourcing/billing/routes'
import { recordPaperContract, signContract } from '@pactdesk/domain/outsourcing/contract/routes'
import { importBatch, startImport } from '@pactdesk/domain/service-desk/routes'
import type { Left } from './left.ts'
import type { Sent } from './sender.ts'

export const phases = ['before commit', 'between commit and relay', 'relay → consumer', 'idle'] as const
export type Phase = (typeof phases)[number]
export const operations = ['sign', 'import', 'close', 'other'] as const
export type Operation = (typeof operations)[number]

/**
 * How far the work had come when the host died: the earliest stage at which something still waits. `cutOff` is the request whose
 * answer had not come, if any. Idle: nothing was under way, or a question, or what was done lacked only its answer.
 */
export function phaseOf({ unrelayed, messages, items }: Left, cutOff: Sent | undefined): Phase {
  if (unrelayed > 0) return 'between commit and relay'
  if (messages > 0) return 'relay → consumer'
  return cutOff?.key && !isCommitted(items, cutOff.key) ? 'before commit' : 'idle'
}

/** Whether a command left its marker, which stands in the commit of its effect and is named by a hash of who asked and the key. */
function isCommitted(items: Left['items'], key: string): boolean {
  const markers = new Set(items.flatMap(({ pk }) => (pk.includes('#IDEM#') ? [pk.split('#').at(-1)] : [])))
  const people = items.flatMap(({ t, data }) => (t === 'membership' ? [(data as { person: string }).person] : []))
  return people.some(person => markers.has(createHash('sha256').update(`${person}|${key}`).digest('hex').slice(0, 40)))
}

/**
 * Which long operation was under way: by what stands half done in the table, else by the command that was cut off, or whose effects
 * were still on their way.
 */
export function operationOf(left: Left, sent: Sent, phase: Phase): Operation {
  const halfDone = (t: string, is: (data: Process) => boolean) =>
    left.items.some(item => item.t === t && item.sk === '#' && is(item.data as Process))
  if (halfDone('import', ({ status }) => status === 'running')) return 'import'
  if (halfDone('contract', ({ steps = [] }) => steps.some(({ status }) => status === 'waiting'))) return 'sign'
  if (halfDone('billing-month', ({ status }) => status === 'closing')) return 'close'
  if (halfDone('bill', ({ status }) => status === 'drafting')) return 'close'
  return phase === 'idle' ? 'other' : operationOfCommand(sent)
}

type Process = { status?: string; steps?: { status: string }[] }

const commands = Object.entries({
  sign: [signContract, recordPaperContract],
  import: [startImport, importBatch],
  close: [closeMonth, draftExtras, issueBill],
}) as [Operation, AnyRoute[]][]

/** What a request does by itself. */
export function operationOfCommand({ method, path }: Pick<Sent, 'method' | 'path'>): Operation {
  const isOf = (route: AnyRoute) =>
    route.method === method && new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path)
  return commands.find(([, routes]) => routes.some(isOf))?.[0] ?? 'other'
}
