import { addDays, firstDayOfMonth } from '@pactdesk/domain/kernel/time'
import { contractAggregate, contractEvents, isBinding } from '@pactdesk/domain/outsourcing/contract/index'
import { recognitionEntry } from '@pactdesk/domain/service-delivery/financial/entries'
import { recognisedThrough, recognitionOf } from '@pactdesk/domain/service-delivery/financial/recognition'
import { react } from '../../events/consumer.ts'
import { journalRecord, post } from '../financial/journal-record.ts'
import { prepaidFee } from './fee-net.ts'

/**
 * R15: a month, or the last service day, has passed: its days of the prepaid fee become revenue, dated its last day, closed or not.
 * What the books had recognised before a contract was recorded is not recognised again.
 */
export const recognise = react(contractEvents.monthEnded, async ({ uow, event }) => {
  const { client, contract: id, month, through } = event.data
  const { state: contract } = await uow.load(contractAggregate, { client, id })
  if (!isBinding(contract)) return
  const fee = await prepaidFee(uow, contract)
  const booked =
    contract.opening && contract.opening.recognisedUntil > firstDayOfMonth(month) ? contract.opening.recognisedUntil : undefined
  const minor = booked
    ? recognisedThrough(fee, through) - recognisedThrough(fee, addDays(booked, -1))
    : recognitionOf(fee, month).minor
  const key = { date: through, id: `rec-${client}-${id}-${month}` }
  if (minor === 0 || (await uow.getRecord(journalRecord, key))) return
  const source = { kind: 'recognition' as const, id, label: month }
  post(uow, recognitionEntry({ ...key, currency: contract.terms.currency, client, source }, minor))
})
