import * as settlements from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { giveContractNotice } from '@pactdesk/domain/outsourcing/contract/routes'
import type { Inputs } from '../file.ts'
import { instantAt } from '../local-time.ts'
import type { Step } from '../timeline.ts'
import type { World } from '../world.ts'

type Ending = NonNullable<Inputs['termination']>

/** Who gives notice, and on which ground of clause 4. What both are free to name is written down by the provider. */
const notices = {
  client: { by: 'client', ground: 'none' },
  'client-4(1)': { by: 'client', ground: '4(1)' },
  provider: { by: 'provider', ground: 'none' },
  'provider-4(2)': { by: 'provider', ground: '4(2)' },
  'force-majeure-4(3)': { by: 'provider', ground: '4(3)' },
  'agreed-4(4)': { by: 'provider', ground: '4(4)' },
} as const

const reason = 'as the parties have written'

/** Notice, settlement, and what is paid by it. `previews` is asked before the notice is given. */
export function endingSteps({ termination }: Inputs, zone: string, previews: Step['run']): Step[] {
  if (!termination) return []
  const { noticeOn, settledOn, refundPaidOn } = termination
  return [
    { at: instantAt(noticeOn, zone), what: 'previews of the settlement', run: previews },
    { at: instantAt(noticeOn, zone), what: 'notice', run: world => giveNotice(world, termination) },
    { at: instantAt(settledOn, zone), what: 'settlement', run: world => settle(world, termination) },
    ...(refundPaidOn
      ? [{ at: instantAt(refundPaidOn, zone), what: 'refund', run: (world: World) => payNet(world, refundPaidOn) }]
      : []),
  ]
}

const paramsOf = ({ names: { client, contract } }: World) => ({ client, contract })

async function giveNotice(world: World, { actualGround, noticeOn, lastServiceDay }: Ending): Promise<void> {
  const body = { ...notices[actualGround], noticeOn, lastServiceDay, reason }
  await world.as.account.call(giveContractNotice, { params: paramsOf(world), body })
}

async function settle(world: World, { actualGround: ground, noticeOn, lastServiceDay }: Ending): Promise<void> {
  const body = { ground, noticeOn, lastServiceDay, reason }
  await world.as.finance.call(settlements.settleContract, { params: paramsOf(world), body })
}

/** The net of the settlement is paid, whoever owes it. */
async function payNet(world: World, on: string): Promise<void> {
  const params = paramsOf(world)
  const { actual, currency } = (await world.as.finance.call(settlements.getSettlement, { params })).value
  const minor = Math.abs(actual.netToClientMinor)
  if (minor === 0) return
  await world.as.finance.call(settlements.recordRefund, { params, body: { on, minor, currency, source: 'bank transfer' } })
}
