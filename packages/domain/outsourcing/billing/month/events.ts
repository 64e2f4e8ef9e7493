import * as z from 'zod'
import { Actor } from '../../../kernel/context.ts'
import { defineEvent, type EventsOf } from '../../../kernel/event.ts'
import { ClientKey, Sha256 } from '../../../kernel/ids.ts'
import { Month } from '../../../kernel/time.ts'
import { MonthCounts } from './month.ts'

const about = { client: ClientKey, month: Month }

export const monthEvents = {
  closingStarted: defineEvent('billing', 'month-closing-started', 1, 'staff', z.object({ ...about, by: Actor })),
  closingStopped: defineEvent(
    'billing',
    'month-closing-stopped',
    1,
    'staff',
    z.object({ ...about, reason: z.string().max(500) }),
  ),
  closed: defineEvent(
    'billing',
    'month-closed',
    1,
    'staff',
    z.object({ ...about, by: Actor, counts: MonthCounts, hash: Sha256 }),
  ),
  reopened: defineEvent(
    'billing',
    'month-reopened',
    1,
    'staff',
    z.object({ ...about, by: Actor, reason: z.string().min(1).max(500) }),
  ),
}
export type MonthEvent = EventsOf<typeof monthEvents>
