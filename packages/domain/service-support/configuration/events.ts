import * as z from 'zod'
import { defineEvent, type EventsOf } from '../../kernel/event.ts'
import { ClientKey, Id } from '../../kernel/ids.ts'
import { LocalDate } from '../../kernel/time.ts'
import { DeviceFacts, NewDevice, RetireReason } from './device.ts'

const about = { client: ClientKey, device: Id }

export const deviceEvents = {
  deviceRegistered: defineEvent('configuration', 'device-registered', 1, 'client', z.object({ ...about, facts: NewDevice })),
  deviceChanged: defineEvent('configuration', 'device-changed', 1, 'client', z.object({ ...about, facts: DeviceFacts })),
  /** `on` is the first day it is no longer in service. */
  deviceRetired: defineEvent(
    'configuration',
    'device-retired',
    1,
    'client',
    z.object({ ...about, on: LocalDate, reason: RetireReason }),
  ),
  deviceReturned: defineEvent('configuration', 'device-returned', 1, 'client', z.object({ ...about, on: LocalDate })),
}
export type DeviceEvent = EventsOf<typeof deviceEvents>
