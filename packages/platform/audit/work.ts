import { isWorked, type Visit, visitEvents, workOfVisit } from '@pactdesk/domain/outsourcing/field-service/index'
import { isTime, type SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import { type Ticket, ticketEvents } from '@pactdesk/domain/service-support/incident/index'
import type { Client } from '@pactdesk/domain/tenancy/index'
import { workRecord, workRef } from '../use-cases/metering/work-record.ts'
import { type Check, check } from './check.ts'
import { type Held, indexed, repeated, type Table } from './table.ts'

const bearing = [ticketEvents.workRecorded, visitEvents.finished]

/** Every unit of work is a source item once, where it says it is, and known to the ticket and the visit that did it. */
export function workChecks(table: Table): Check[] {
  const items = table.of<SourceItem>('work')
  return [
    check(
      'a source item is there once, in a month of its own or a later one',
      found => {
        for (const [id, times] of repeated(items, of)) found(`${id} is there ${times} times`)
        for (const { pk, sk, client, value } of items) {
          const period = periodOf(pk)
          const { date, kind, id } = value
          if (
            value.client !== client ||
            workRecord.key({ client, period, date, kind, id }).sort !== sk ||
            period < date.slice(0, 7)
          )
            found(`${pk} ${sk}: this is no place for ${value.id} of ${value.date}`)
        }
        return items.length
      },
      bearing,
    ),
    check('tickets and their work agree', found => ofTickets(table, items, found), [ticketEvents.workRecorded]),
    check('visits and their work agree', found => ofVisits(table, items, found), [visitEvents.finished]),
  ]
}

type Found = (problem: string) => void

const of = ({ provider, client, value }: Held<SourceItem>) => `${provider} ${client} ${value.kind} ${value.id}`
const periodOf = (pk: string) => pk.slice(-7)

/** A ticket names each of its items once; each item with a ticket is named by it. */
function ofTickets(table: Table, items: readonly Held<SourceItem>[], found: Found): number {
  const tickets = table.of<Ticket>('ticket')
  const refs = indexed(items, ({ provider, client, pk, value }) => {
    const { date, kind, id } = value
    return `${provider} ${client} ${workRef({ period: periodOf(pk), date, kind, id })}`
  })
  const named = new Set<string>()
  let checked = 0
  for (const { provider, client, value } of tickets) {
    for (const { work, minutes } of value.work) {
      const key = `${provider} ${client} ${work}`
      const item = refs.get(key)?.value
      checked += 1
      if (!item) found(`${value.number} names work ${work}, which is not there`)
      else if (item.ticket !== value.number) found(`${value.number} names work ${work} of ${item.ticket}`)
      else if (isTime(item) && item.minutes !== minutes)
        found(`${work}: ${item.minutes} minutes, ${value.number} says ${minutes}`)
      if (named.has(key)) found(`${work} is named twice`)
      named.add(key)
    }
  }
  for (const [key, { value }] of refs) if (value.ticket && !named.has(key)) found(`${value.ticket} does not know its work ${key}`)
  return checked
}

/** What a visit has delivered follows from the visit itself: exactly those items are there, with exactly those minutes. */
function ofVisits(table: Table, items: readonly Held<SourceItem>[], found: Found): number {
  const zones = indexed(table.of<Client>('client'), ({ provider, client }) => `${provider} ${client}`)
  const own = Map.groupBy(
    items.filter(({ value }) => value.visit !== undefined),
    ({ provider, client, value }) => `${provider} ${client} ${value.visit}`,
  )
  let checked = 0
  for (const { provider, client, value: visit } of table.of<Visit>('visit')) {
    const held = own.get(`${provider} ${client} ${visit.id}`) ?? []
    own.delete(`${provider} ${client} ${visit.id}`)
    const billingZone = zones.get(`${provider} ${client}`)?.value.billingZone ?? visit.zone
    const drafts = workOfVisit(visit, { billingZone, recordedAt: '', describe: () => '' })
    const wanted = [
      ...drafts.map(draft => `${draft.kind} ${draft.id} ${'minutes' in draft ? draft.minutes : ''}`),
      ...visit.parts.map(part => `part ${visit.id}-part-${part.id} `),
    ]
    const there = held
      .filter(
        ({ value }) =>
          value.kind !== 'part' || value.state.status !== 'written-off' || wanted.some(name => name.includes(value.id)),
      )
      .map(({ value }) => `${value.kind} ${value.id} ${isTime(value) ? value.minutes : ''}`)
    if (isWorked(visit) || held.length > 0) checked += 1
    for (const name of wanted) if (!there.includes(name)) found(`visit ${visit.id} delivered ${name.trim()}, which is not there`)
    for (const name of there) if (!wanted.includes(name)) found(`visit ${visit.id} never delivered ${name.trim()}`)
  }
  for (const [key, held] of own) found(`${held.length} items name visit ${key}, which is not there`)
  return checked
}
