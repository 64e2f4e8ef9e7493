import { contractEvents } from '@pactdesk/domain/outsourcing/contract/index'
import { react } from '../../events/consumer.ts'
import { reportStep } from '../contract/index.ts'

/** Device-days are counted by the contract's own timer, from here on; the reminder before the end is one of its timers too. */
export const activateMeters = react(contractEvents.activated, async ({ uow, event: { data } }) => {
  await reportStep(uow, data, 'device-meters', 'done')
  await reportStep(uow, data, 'reminders', 'done')
})
