import { contractAggregate, contractEvents, isBinding } from '@pactdesk/domain/outsourcing/contract/index'
import { coverageTerms, decideCoverage, type SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import { inServiceOn } from '@pactdesk/domain/service-support/configuration/inventory'
import { react } from '../../events/consumer.ts'
import { deviceRows } from '../configuration/index.ts'
import { recordWork } from './record-work.ts'
import { workRecord } from './work-record.ts'

/** A day of the term has passed: the devices in service have one device-day each, one item a day. */
export const meterDevices = react(contractEvents.dayEnded, async ({ uow, event }) => {
  const { client, contract: id, version, date } = event.data
  const { state } = await uow.load(contractAggregate, { client, id })
  if (!isBinding(state)) return
  const itemId = `devices-${id}-${date}`.slice(0, 64)
  const known = await uow.getRecord(workRecord, { client, period: date.slice(0, 7), date, kind: 'device-day', id: itemId })
  if (known) return
  const devices = (await deviceRows(uow, client)).filter(device => inServiceOn(device, date)).length
  const born = {
    id: itemId,
    kind: 'device-day' as const,
    client,
    date,
    recordedAt: uow.env.now,
    who: { id: 'meter', name: 'meter' },
    description: 'device-day',
    devices,
    // Decided in the next line; the state an item must have to be read does not matter.
    state: { status: 'covered' as const, clause: '', reason: { key: '' } },
  } satisfies SourceItem
  await recordWork(uow, { ...born, state: decideCoverage(born, coverageTerms(id, version, state.terms), { outOfScope: false }) })
})
