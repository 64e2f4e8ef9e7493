import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { DatabaseSync } from 'node:sqlite'
import { compilePattern } from '@pactdesk/domain/kernel/event-pattern'
import { HostFault } from '../fault.ts'
import { noContext } from '../guard/policy.ts'
import { sessionOf } from '../guard/server.ts'
import type { Sessions } from '../guard/sessions.ts'
import { transaction } from '../state.ts'
import { account, region } from '../template/names.ts'
import type { RuleModel, TargetModel } from '../template/rules.ts'
import type { NewMessage, QueueStore } from './queue-store.ts'

export type BusParts = {
  state: DatabaseSync
  store: QueueStore
  sessions: Sessions
  buses: { name: string; arn: string }[]
  rules: RuleModel[]
  /** Called after messages were stored. */
  stored: () => void
}
type Entry = { Source?: string; DetailType?: string; Detail?: string; EventBusName?: string; Time?: number; Resources?: string[] }
type BusEvent = Record<string, unknown>
type CompiledRule = { bus: string; matches: (event: unknown) => boolean; targets: TargetModel[] }

/** Largest entry in bytes that EventBridge takes. */
const entryLimit = 262_144

/**
 * EventBridge's PutEvents: each entry is judged, matched against the rules of its bus, and stored for every target in one
 * transaction before the answer. Rules with a bad pattern are a `HostFault`.
 */
export function createBus(parts: BusParts): Server {
  const rules = parts.rules.map(compileRule)
  return createServer((req, res) => {
    const answer = (status: number, body: unknown) =>
      res.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
    textOf(req).then(
      body => {
        const refused = (type: string, message: string) => answer(400, { __type: type, message })
        if (req.headers['x-amz-target'] !== 'AWSEvents.PutEvents')
          return refused('UnknownOperationException', 'only PutEvents is here')
        const session = sessionOf(parts.sessions, req)
        if (!session) return refused('UnrecognizedClientException', 'The security token included in the request is invalid.')
        const { Entries = [] } = JSON.parse(body) as { Entries?: Entry[] }
        if (Entries.length < 1 || Entries.length > 10) return refused('ValidationException', 'PutEvents takes 1 to 10 entries')
        for (const { EventBusName = 'default' } of Entries) {
          const arn = busArn(parts.buses, EventBusName)
          if (!session.policy('events:PutEvents', arn, noContext))
            return refused(
              'AccessDeniedException',
              `${session.principal.roleName} is not authorized to perform: events:PutEvents on ${arn}`,
            )
        }
        answer(200, putEvents(parts, rules, Entries))
        parts.stored()
      },
      (error: Error) => answer(500, { __type: 'InternalException', message: error.message }),
    )
  })
}

function putEvents({ state, store, buses }: BusParts, rules: CompiledRule[], entries: Entry[]): Record<string, unknown> {
  const answers = transaction(state, () =>
    entries.map(entry => {
      const error = wrongEntry(entry, buses)
      if (error) return { ErrorCode: 'ValidationError', ErrorMessage: error }
      const event = eventOf(entry)
      store.send(deliveries(rules, entry.EventBusName ?? 'default', event))
      return { EventId: event.id }
    }),
  )
  return { FailedEntryCount: answers.filter(answer => 'ErrorCode' in answer).length, Entries: answers }
}

function deliveries(rules: CompiledRule[], busName: string, event: BusEvent): NewMessage[] {
  const bus = busName.replace(/^.*event-bus\//, '')
  return rules
    .filter(rule => rule.bus === bus && rule.matches(event))
    .flatMap(rule => rule.targets)
    .map(({ arn, input, inputPath }) => ({
      queueArn: arn,
      messageId: randomUUID(),
      body: input ?? JSON.stringify(inputPath ? at(event, inputPath) : event),
    }))
}

function compileRule({ name, bus, pattern, targets }: RuleModel): CompiledRule {
  const compiled = compilePattern(pattern)
  if (!compiled.ok) throw new HostFault(`Rule ${name} has a bad event pattern: ${compiled.error.detail}`)
  return { bus, matches: compiled.value, targets }
}

const eventOf = (entry: Entry): BusEvent => ({
  version: '0',
  id: randomUUID(),
  'detail-type': entry.DetailType,
  source: entry.Source,
  account,
  time: new Date(entry.Time === undefined ? Date.now() : entry.Time * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
  region,
  resources: entry.Resources ?? [],
  detail: JSON.parse(entry.Detail!) as unknown,
})

function wrongEntry(
  { Source, DetailType, Detail, EventBusName = 'default' }: Entry,
  buses: BusParts['buses'],
): string | undefined {
  if (!Source || !DetailType || !Detail) return 'Source, DetailType and Detail are required'
  if (!buses.some(({ name, arn }) => name === EventBusName || arn === EventBusName))
    return `event bus ${EventBusName} does not exist`
  if (Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail) > entryLimit)
    return `an entry holds at most ${entryLimit} bytes`
  try {
    return typeof JSON.parse(Detail) === 'object' ? undefined : 'Detail is not a JSON object'
  } catch {
    return 'Detail is not JSON'
  }
}

const busArn = (buses: BusParts['buses'], name: string): string =>
  buses.find(bus => bus.name === name || bus.arn === name)?.arn ?? `arn:aws:events:${region}:${account}:event-bus/${name}`

/** Follows a path like `$.detail.data`. */
const at = (event: BusEvent, path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((value, step) => (value as BusEvent | undefined)?.[step], event)

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
