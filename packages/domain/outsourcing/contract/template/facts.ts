import type { ContractTerms } from '../terms.ts'
import type { Fact } from './template.ts'

/** What is agreed, as far as wording and clause 7 depend on it. */
export const facts = (terms: ContractTerms): Record<Fact, boolean> => ({
  lateFee: terms.lateFee !== undefined,
  lateFeeCap: terms.lateFee?.capShare !== undefined,
  arbitration: terms.arbitration !== undefined,
  accessLine: terms.accessLine !== undefined,
  standbyServer: terms.standbyServer !== undefined,
  reinstall: terms.maintenance.reinstall !== undefined,
  training: terms.trainingVisitsPerYear > 0,
  discountCard: terms.discountCard.length > 0,
  partsLabourFree: terms.partsLabourFree,
  bank: terms.provider.bank !== undefined,
  restore: terms.restore !== undefined,
  severeAtClosing: terms.severeAtClosing,
  extras: terms.extras !== undefined,
  outOfScope: terms.outOfScope !== undefined,
  allocationOrder: terms.allocationOrder !== undefined,
  refundByDay: terms.refund === 'pro-rata-by-day',
  response: terms.response !== undefined,
  pauses: (terms.restore !== undefined || terms.response !== undefined) && terms.pauseReasons.length > 0,
})
