import { draftHandlers } from './drafts.ts'
import { endingHandlers } from './endings.ts'
import { offerHandlers } from './offers.ts'
import { readHandlers } from './reads.ts'
import { signHandlers } from './sign.ts'
import { openCostCentre } from './steps.ts'
import { linkStripeCustomer } from './stripe-customer.ts'

export { devicesInService } from './devices.ts'
export { contractFor, contractsInForce, termsOfVersion } from './register.ts'
export { reportStep } from './steps.ts'
export { contractTimer } from './timer.ts'

/** Operations of contracts, group `outsourcing`. */
export const handlers = [...readHandlers, ...draftHandlers, ...offerHandlers, ...signHandlers, ...endingHandlers]

/** Consumer `contract`: what the contract's own events set going. */
export const contractReactions = [openCostCentre, linkStripeCustomer]
