import type { Aggregate } from '@pactdesk/domain/kernel/aggregate'
import type { EventDefinition } from '@pactdesk/domain/kernel/event'

const head = `# Events

Made by \`npm run docs\` from the declarations themselves; a test keeps it equal. Each is an immutable item beside the state it
belongs to, and travels as \`detail-type\` on the bus from source \`pactdesk.<module>\`. *Audience* is who may learn of it in feed and
timeline: the client's people too, or staff alone.
`

// biome-ignore lint/suspicious/noExplicitAny: aggregates of all kinds in one list
type AnyAggregate = Aggregate<any, any>

/** docs/events.md, whole: every event, and which consumers hear it. */
export function eventsPage(
  aggregates: readonly AnyAggregate[],
  subscriptions: Record<string, readonly EventDefinition[]>,
): string {
  const heardBy = ({ type }: EventDefinition) =>
    Object.entries(subscriptions).flatMap(([consumer, events]) => (events.some(event => event.type === type) ? [consumer] : []))
  const sections = aggregates.map(({ type, module, events }) => {
    const rows = Object.values(events).map(event => `| \`${event.type}\` | ${event.audience} | ${heardBy(event).join(', ')} |`)
    return [`## ${type} (${module})\n`, '| event | audience | heard by |', '|---|---|---|', ...rows, ''].join('\n')
  })
  return [head, ...sections].join('\n')
}
