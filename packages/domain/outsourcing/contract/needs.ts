import * as z from 'zod'
import type { Contract } from './contract.ts'

/** What a contract needs from somebody, most pressing first; `none` when it runs by itself. */
export const contractNeeds = [
  'activation',
  'client-signature',
  'provider-signature',
  'document',
  'settlement',
  'renewal',
  'offer',
  'none',
  'nothing-more',
] as const
export const ContractNeed = z.enum(contractNeeds).meta({ id: 'ContractNeed' })
export type ContractNeed = z.infer<typeof ContractNeed>

export function needOf(contract: Contract): ContractNeed {
  switch (contract.status) {
    case 'draft':
      return 'offer'
    case 'discarded':
      return 'nothing-more'
    case 'offered':
      return contract.document.status === 'stored' ? 'provider-signature' : 'document'
    case 'signed-by-provider':
      return 'client-signature'
    case 'active':
      if (contract.steps.some(({ status }) => status === 'failed')) return 'activation'
      if (contract.ending && !contract.settlement) return 'settlement'
      return contract.progress.remindAt === undefined && !contract.ending ? 'renewal' : 'none'
    case 'ended':
      return contract.endedBy === 'termination' && !contract.settlement ? 'settlement' : 'nothing-more'
  }
}

/** One digit for sorting. */
export const needRank = (contract: Contract): number => contractNeeds.indexOf(needOf(contract))
