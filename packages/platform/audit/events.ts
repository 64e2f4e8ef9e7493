import { createHash } from 'node:crypto'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import { contractEvents } from '@pactdesk/domain/outsourcing/contract/index'
import { ticketEvents } from '@pactdesk/domain/service-support/incident/index'
import type { AnyAggregate } from '../registry.ts'
import { ownerOf } from '../table/keys.ts'
import { type Check, check, type StoredItem } from './check.ts'
import { aggregateOf } from './history.ts'
import { objectsIn, type Table } from './table.ts'

/** Events say whose they are, keep to their schema, and stand in the feeds they belong to. */
export function eventChecks(table: Table, aggregates: readonly AnyAggregate[]): Check[] {
  const all = [...table.events].flatMap(([pk, items]) => {
    const aggregate = aggregateOf(pk, aggregates)
    return aggregate ? items.map(item => ({ pk, aggregate, item, event: item.data as Envelope })) : []
  })
  return [
    check('an event says whose it is and keeps to its schema', found => {
      for (const { pk, aggregate, item, event } of all) {
        const owner = ownerOf(pk)!
        const at = `${pk} ${item.sk}`
        const id = owner.rest.slice(aggregate.key.length + 1)
        const own =
          event.provider === owner.provider &&
          (event.client ?? undefined) === owner.client &&
          event.aggregate.type === aggregate.type &&
          event.aggregate.id === id &&
          event.aggregate.version === event.seq &&
          item.sk === `E#${String(event.seq).padStart(8, '0')}`
        if (!own) found(`${at}: the event names another owner, aggregate or place`)
        const definition = Object.values(aggregate.events).find(known => known.type === event.type)
        if (!definition) found(`${at}: ${event.type} is no event of ${aggregate.type}`)
        else if (!definition.schema.safeParse(event.data).success) found(`${at}: ${event.type} breaks its schema`)
      }
      for (const pk of table.events.keys()) if (!aggregateOf(pk, aggregates)) found(`${pk}: events of nothing known`)
      return all.length
    }),
    check('an event stands in the feeds of its audience', found => {
      for (const { pk, item, event } of all) {
        const owner = ownerOf(pk)!
        const live = event.origin !== 'import'
        const forClient = live && event.audience === 'client'
        if (!feedFits(item, 'gsi1', live ? `P#${owner.provider}#` : undefined))
          found(`${pk} ${item.sk}: wrong place in the staff's feed`)
        if (!feedFits(item, 'gsi2', forClient ? `P#${owner.provider}#C#${owner.client}#` : undefined))
          found(`${pk} ${item.sk}: wrong place in the client's feed`)
      }
      return all.length
    }),
    check(
      'text beside the history is there as it was written',
      found => {
        let checked = 0
        const bodies = new Map(table.of<{ text: string }>('body').map(body => [`${body.pk} ${body.sk}`, body.value.text]))
        const named = new Set<string>()
        for (const { pk, event } of all)
          objectsIn(event.data, ({ ref, id = ref, sha256, ...rest }) => {
            if (typeof id !== 'string' || typeof sha256 !== 'string' || Object.keys(rest).length > 0) return
            const key = `${pk} B#${id}`
            const text = bodies.get(key)
            checked += 1
            named.add(key)
            if (text === undefined) found(`${key}: the text is missing`)
            else if (createHash('sha256').update(text).digest('hex') !== sha256)
              found(`${key}: the text is not what the event names`)
          })
        for (const key of bodies.keys()) if (!named.has(key)) found(`${key}: no event names this text`)
        return checked
      },
      [contractEvents.signedByProvider, contractEvents.signed, ticketEvents.ticketReplied],
    ),
  ]
}

/** Days of the feed are business days of the commit; the sort key begins with that instant and names the event. */
function feedFits(item: StoredItem, index: 'gsi1' | 'gsi2', prefix: string | undefined): boolean {
  const [part, sort] = [item[`${index}pk`], item[`${index}sk`]]
  if (prefix === undefined) return part === undefined && sort === undefined
  const { id } = item.data as Envelope
  return typeof sort === 'string' && sort.endsWith(`#${id}`) && part === `${prefix}FEED#${sort.slice(0, 10)}`
}
