import type { Envelope } from '@pactdesk/domain/kernel/event'
import { type ConsumerName, subscriptions } from '@pactdesk/domain/subscriptions'
import { inboxPart } from '../run/execute.ts'
import { ownerOf } from '../table/keys.ts'
import { type Check, check } from './check.ts'
import type { Table } from './table.ts'

type Once = { hash?: string; eventId?: string; answer?: unknown }

/** Markers by which commands and deliveries take effect once name what they stand for. */
export function onceChecks(table: Table): Check[] {
  const events = eventsOf(table)
  const ids = new Set(events.map(event => `${event.provider}/${event.id}`))
  return [
    check('a command or delivery is remembered by what it was', found => {
      const markers = table.of<Once>('once')
      for (const { pk, value, item } of markers) {
        const rest = ownerOf(pk)?.rest ?? ''
        const [kind, consumer = ''] = rest.split('#')
        if (typeof item.ttl !== 'number') found(`${pk} would be kept for ever`)
        if (kind === 'IDEM') {
          if (!/^[0-9a-f]{64}$/.test(value.hash ?? '') || !('answer' in value)) found(`${pk} remembers no request or no answer`)
        } else if (kind !== 'INBOX') found(`${pk} is no marker of a command or delivery`)
        else if (rest !== inboxPart({ consumer, eventId: value.eventId ?? '' }))
          found(`${pk} stands for another event, ${value.eventId}`)
        else if (consumer in subscriptions && !ids.has((value.eventId ?? '').replace(/\/\d+$/, '')))
          found(`${pk}: ${consumer} has taken ${value.eventId}, which never happened`)
      }
      return markers.length
    }),
  ]
}

/** Markers are kept for 30 days; what is older may be forgotten. */
const rememberedMs = 29 * 86_400_000

/** Once everything is delivered: each module has taken each event it subscribes to. `wallNow` in ms. */
export function deliveryChecks(table: Table, wallNow: number): Check[] {
  const taken = new Set(table.of<Once>('once').map(({ pk }) => pk))
  const recent = eventsOf(table).filter(event => Date.parse(event.recordedAt) > wallNow - rememberedMs)
  return [
    check('every event was taken by every module that hears it', found => {
      let checked = 0
      for (const [consumer, heard] of Object.entries(subscriptions) as [ConsumerName, { type: string }[]][]) {
        const types = new Set(heard.map(({ type }) => type))
        for (const event of recent.filter(({ type }) => types.has(type))) {
          checked += 1
          const eventId = `${event.provider}/${event.id}/0`
          if (!taken.has(`P#${event.provider}#${inboxPart({ consumer, eventId })}`))
            found(`${consumer} never took ${event.type} ${event.id} of ${event.provider}`)
        }
      }
      return checked
    }),
  ]
}

const eventsOf = (table: Table): Envelope[] => [...table.events.values()].flat().map(item => item.data as Envelope)
