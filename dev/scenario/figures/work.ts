import { itemStatuses } from '@pactdesk/domain/outsourcing/metering/item-state'
import { answer, list, name } from './shape.ts'

export const workItems = answer(
  'work',
  list('/items', ['id'], {
    id: name('work', '/ref'),
    kind: '/item/kind',
    minutes: '/item/minutes',
    state: '/item/state/status',
    invoice: '/item/state/number',
  }),
)

export const workMinutesByState = answer('month', {
  ...Object.fromEntries(itemStatuses.map(status => [status, `/total/states/${status}/minutes`])),
  total: '/total/delivered/minutes',
})

export const deviceDays = answer('month', {
  devices: '/deviceDays/devices',
  days: '/deviceDays/days',
  deviceDays: '/deviceDays/deviceDays',
})

export const maintenanceOfMonth = answer('maintenance', {
  devicesDue: '/devicesDue',
  devicesMaintained: '/devicesMaintained',
  visitsPlanned: '/visitsPlanned',
  visitsDone: '/visitsDone',
  makeUps: '/makeUps',
})
