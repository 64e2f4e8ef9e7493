import type { Api } from '@pactdesk/domain/kernel/client'
import type { Explanation } from '@pactdesk/domain/outsourcing/billing/explanation'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import * as settlement from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import type { Lived } from './story.ts'

/** An explanation where it is shown: the figure beside it, and as of when the view holds. */
export type Shown = { where: string; explanation: Explanation | undefined; figure: number; asOf: string | undefined }

/** Every explained amount of money that a reader of bills sees, from each view it appears in. */
export async function moneyShown(api: Api, { company: { client, params }, contract }: Lived): Promise<Shown[]> {
  const { items } = (await api.call(bills.listBills, { params })).value
  const ofBills = await Promise.all(items.map(({ id }) => billShown(api, { client, bill: id })))
  const { value: preview } = await api.call(settlement.previewSettlement, {
    params: { client, contract },
    query: { lastServiceDay: '2026-12-31' },
  })
  return [...ofBills.flat(), ...settlementShown(preview)]
}

async function billShown(api: Api, params: { client: string; bill: string }): Promise<Shown[]> {
  const { value: bill } = await api.call(bills.getBill, { params })
  const { asOf, lines, taxGroups } = bill
  const where = `${bill.kind} ${bill.number}`
  const lateFees = (['principal-first', 'late-fee-first'] as const).map(async order => {
    const { value } = await api.call(bills.getLateFee, { params, query: { order } })
    if (!value.applies) return []
    const { explanation, roundedMinor: figure } = value
    return [{ where: `late fee of ${where}, ${order}`, explanation, figure, asOf: value.asOf }]
  })
  return [
    ...lines.flatMap(({ line, explanation, grossMinor, taxExplanation, taxMinor }) => [
      { where: `${where} line ${line}`, explanation, figure: grossMinor, asOf },
      { where: `${where} line ${line}, tax`, explanation: taxExplanation, figure: taxMinor, asOf },
    ]),
    ...taxGroups.map(({ taxRate, explanation, taxMinor }) => ({
      where: `${where} tax of ${taxRate}`,
      explanation,
      figure: taxMinor,
      asOf,
    })),
    ...(bill.kind === 'credit-note' ? [] : (await Promise.all(lateFees)).flat()),
  ]
}

/** A preview, or a settlement that was made. */
export function settlementShown(of: settlement.SettlementPreview): Shown[] {
  const { asOf } = of
  return [
    { where: 'settlement, earned', explanation: of.earnedExplanation, figure: of.earnedMinor, asOf },
    { where: 'settlement, penalty', explanation: of.penaltyExplanation, figure: of.penaltyMinor, asOf },
    ...of.byGround.map(({ ground, explanation, netToClientMinor }) => ({
      where: `settlement by ${ground}`,
      explanation,
      figure: netToClientMinor,
      asOf,
    })),
  ]
}

/** Revenue by month, for staff. */
export async function recognitionShown(api: Api, { company: { client }, contract }: Lived): Promise<Shown[]> {
  const { value } = await api.call(settlement.getRecognition, { params: { client, contract } })
  return value.months.map(({ month, explanation, recognisedMinor: figure }) => ({
    where: `revenue of ${month}`,
    explanation,
    figure,
    asOf: value.asOf,
  }))
}
