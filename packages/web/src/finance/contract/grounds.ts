import { groundWords } from '@pactdesk/domain/outsourcing/billing/billing-words'
import type { SettlementPreview } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import type { Words } from '../../explain/labels.ts'

export type Ground = SettlementPreview['byGround'][number]

export const groundName = (ground: Ground['ground']): Words => groundWords[ground]

/** Grounds that clause 4 lets a party invoke only with proof. */
export const needsEvidence = (ground: Ground['ground']): boolean => ground === 'provider-4(2)' || ground === 'force-majeure-4(3)'

export const penaltyOf = (row: Ground): number => row.penaltyByClientMinor + row.penaltyByProviderMinor

/** Who pays the net of a settlement. */
export const directionOf = ({ netToClientMinor }: Ground): 'to-client' | 'to-provider' | 'even' =>
  netToClientMinor > 0 ? 'to-client' : netToClientMinor < 0 ? 'to-provider' : 'even'
