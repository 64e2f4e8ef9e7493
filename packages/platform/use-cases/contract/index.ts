import { activateContract } from './activation.ts'
import { calendarHandlers } from './calendar.ts'
import { draftHandlers } from './drafts.ts'
import { endingHandlers } from './endings.ts'
import { offerHandlers } from './offers.ts'
import { readHandlers } from './reads.ts'
import { signHandlers } from './sign.ts'

export { devicesInService } from './devices.ts'
export { contractFor, contractsInForce, termsOfVersion } from './register.ts'
export { reportStep } from './steps.ts'
export { contractTimer } from './timer.ts'

/** Operations of contracts, group `outsourcing`. */
export const handlers = [
  ...readHandlers,
  ...calendarHandlers,
  ...draftHandlers,
  ...offerHandlers,
  ...signHandlers,
  ...endingHandlers,
]

/** Consumer `contract`; visits that fall due are planned by field-service. */
export const contractReactions = [activateContract]
