import { financialHandlers } from '../financial/reads.ts'
import { meterDevices } from '../metering/device-days.ts'
import { itemHandlers } from '../metering/items.ts'
import { activateMeters } from './activation.ts'
import { bankHandlers } from './bank.ts'
import { followAnswer, followCredit, followDispute } from './billed-items.ts'
import { billHandlers } from './bills.ts'
import { creditHandlers } from './credit.ts'
import { disputeHandlers } from './disputes.ts'
import { extrasHandlers } from './extras.ts'
import { draftLines, markBilled, releaseDraft } from './extras-drafting.ts'
import { issueFee } from './fee-bill.ts'
import { lateFeeHandlers } from './late-fee.ts'
import { countMonth, monthHandlers } from './months.ts'
import { recognise } from './recognise.ts'
import { settlementHandlers } from './settlement.ts'

/** Operations of group `finance`. */
export const handlers = [
  ...billHandlers,
  ...creditHandlers,
  ...disputeHandlers,
  ...extrasHandlers,
  ...lateFeeHandlers,
  ...bankHandlers,
  ...monthHandlers,
  ...itemHandlers,
  ...settlementHandlers,
  ...financialHandlers,
]

/** What billing and metering do when they hear of others. */
export const billingReactions = [
  issueFee,
  activateMeters,
  recognise,
  meterDevices,
  countMonth,
  draftLines,
  releaseDraft,
  markBilled,
  followDispute,
  followAnswer,
  followCredit,
]
