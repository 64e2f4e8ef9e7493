import type { Timer } from '../run/tick.ts'
import { contractTimer } from './contract/index.ts'
import { ticketTimer } from './desk/index.ts'

/** Every aggregate that the tick may have to wake. */
export const timers: readonly Timer[] = [contractTimer, ticketTimer]
