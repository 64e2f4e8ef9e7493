import * as z from 'zod'
import { Actor, type TenantContext } from '../../kernel/context.ts'
import type { Envelope } from '../../kernel/event.ts'
import { Instant } from '../../kernel/time.ts'
import type { ClockChange } from '../../service-delivery/service-level/index.ts'

/** What a clock did at this point of the story. */
const ClockMark = z.object({
  clock: z.string(),
  did: z.string(),
  at: Instant,
  reason: z.string().optional(),
  clause: z.string().optional(),
})

/** One line of a ticket's story: words, an event, or an internal note that only staff see. */
export const TimelineEntry = z
  .object({
    id: z.string(),
    kind: z.enum(['words', 'event', 'note']),
    /** `ticket-waiting`, `arrived`, …: a translation key below `ticket.event`. */
    type: z.string(),
    /** When it happened; it may have been recorded later. */
    at: Instant,
    recordedAt: z.string(),
    by: Actor,
    /** Words as written; null when they were erased. */
    text: z.string().nullable().optional(),
    minutes: z.int().optional(),
    clocks: z.array(ClockMark),
    data: z.record(z.string(), z.unknown()),
    /** Wall time in the log that was imported. */
    original: z.string().optional(),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** How the desk sorts and where an import differs is the provider's own. */
const staffEvents = new Set(['labels-set', 'changed-elsewhere', 'contract-chosen'])
/** Fields that the entry says itself, or that say nothing to a person. */
const untold = new Set(['client', 'ticket', 'at', 'by', 'original', 'service', 'body', 'note', 'team', 'labels', 'imported'])

/** An event as a line of the story; undefined when the reader may not see it. */
export function timelineEntry(
  ctx: TenantContext,
  event: Envelope,
  texts: ReadonlyMap<string, string>,
): TimelineEntry | undefined {
  const type = event.type.split('.')[1] ?? event.type
  const client = ctx.kind === 'client'
  if (client && (event.audience !== 'client' || staffEvents.has(type))) return undefined
  const data = event.data as Record<string, unknown>
  const ref = textRef(data)
  const internal = type === 'note-added'
  const original = data.original as string | undefined
  return {
    id: event.id,
    kind: internal ? 'note' : ref ? 'words' : 'event',
    type,
    at: (data.at as string | undefined) ?? event.occurredAt,
    recordedAt: event.recordedAt,
    by: event.actor.kind === 'import' ? { ...event.actor, name: client ? '' : importedBy(data, event) } : event.actor,
    ...(ref && { text: texts.get(ref) ?? null }),
    ...(typeof data.minutes === 'number' && { minutes: data.minutes }),
    clocks: marks(data),
    data: Object.fromEntries(Object.entries(data).filter(([key]) => !untold.has(key) && !(client && key === 'contract'))),
    ...(original && !client && { original }),
  }
}

const importedBy = (data: Record<string, unknown>, event: Envelope) =>
  (data.by as { name: string } | undefined)?.name ?? event.actor.name

function textRef(data: Record<string, unknown>): string | undefined {
  const breach = data.breach as { note?: { ref: string } } | undefined
  const held = (data.body ?? data.solution ?? data.note ?? breach?.note) as { ref?: string } | undefined
  return held?.ref
}

function marks(data: Record<string, unknown>): z.infer<typeof ClockMark>[] {
  const changes = (data.service as { clocks?: ClockChange[] } | undefined)?.clocks ?? []
  return changes.flatMap(change => {
    if (change.change === 'started') {
      const [entry] = change.clock.log
      return [{ clock: change.clock.id, did: entry!.do, at: entry!.at, clause: change.clock.clause }]
    }
    if (change.change !== 'logged') return []
    const { at, do: did, reason, clause } = change.entry
    return [{ clock: change.clock, did, at, ...(reason && { reason }), ...(clause && { clause }) }]
  })
}
