import type { Envelope } from '@pactdesk/domain/kernel/event'
import { type Contract, contractEvents, isBinding } from '@pactdesk/domain/outsourcing/contract/index'
import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import type { Entry } from '@pactdesk/domain/service-delivery/financial/journal'
import { ownerOf } from '../table/keys.ts'
import { type Check, check } from './check.ts'
import type { Table } from './table.ts'

/** Once everything is delivered: what a contract sets going has happened, each day and month once. */
export function effectChecks(table: Table): Check[] {
  const contracts = table
    .of<Contract>('contract')
    .flatMap(held => (isBinding(held.value) ? [{ ...held, value: held.value }] : []))
  return [
    check(
      'every step of an activation is taken',
      found => {
        let checked = 0
        for (const { pk, value } of contracts)
          for (const { step, status, attempts } of value.steps) {
            checked += 1
            if (status === 'waiting' || status === 'failed') found(`${pk}: step ${step} is ${status} after ${attempts} attempts`)
          }
        return checked
      },
      [contractEvents.activated],
    ),
    check(
      'every day of a contract is metered once',
      found => {
        const days = [...table.events].flatMap(([pk, items]) =>
          items.flatMap(item => {
            const { type, data } = item.data as Envelope
            if (type !== contractEvents.dayEnded.type) return []
            const { contract, date } = data as { contract: string; date: string }
            const { provider, client } = ownerOf(pk)!
            return [`${provider} ${client} ${`devices-${contract}-${date}`.slice(0, 64)}`]
          }),
        )
        const metered = table.of<SourceItem>('work').filter(({ value }) => value.kind === 'device-day')
        const there = new Set(metered.map(({ provider, client, value }) => `${provider} ${client} ${value.id}`))
        const wanted = new Set(days)
        for (const day of wanted) if (!there.has(day)) found(`${day} was not metered`)
        for (const day of there) if (!wanted.has(day)) found(`${day} was metered, but that day has not passed`)
        return metered.length
      },
      [contractEvents.dayEnded],
    ),
    check(
      'revenue of a month is recognised once',
      found => {
        const entries = table.of<Entry>('journal').filter(({ value }) => value.source.kind === 'recognition')
        const months = Map.groupBy(
          entries,
          ({ provider, value }) => `${provider} ${value.client} ${value.source.id} ${value.source.label}`,
        )
        for (const [month, own] of months) if (own.length > 1) found(`${month} is recognised ${own.length} times`)
        return entries.length
      },
      [contractEvents.monthEnded],
    ),
  ]
}
