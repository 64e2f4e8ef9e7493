import type { SettlementPreview } from '@pactdesk/domain/outsourcing/billing/settlement/routes'

type Ground = SettlementPreview['byGround'][number]
export type SettlementRow = { row: 'refund' | 'penalty' | 'setOff'; minor: number }

/** The working of a settlement, seen from the client: what comes back, less the penalty it owes (or plus the one it gets), less open bills. */
export const settlementRows = (ground: Ground): SettlementRow[] => [
  { row: 'refund', minor: ground.refundMinor },
  { row: 'penalty', minor: ground.penaltyByProviderMinor - ground.penaltyByClientMinor },
  { row: 'setOff', minor: ground.setOffMinor === 0 ? 0 : -ground.setOffMinor },
]
