import { answer, each, list, name } from './shape.ts'

const clock = {
  promise: '/promise',
  clause: '/clause',
  joinedAtClosing: '/joinedAtClosing',
  cycle: '/cycle',
  basis: '/basis',
  startsAt: '/startsAt',
  targetMinutes: '/targetMinutes',
  deadline: '/deadline',
  stoppedAt: '/stoppedAt',
  consumedMinutes: '/consumedMinutes',
  met: '/met',
  deadlineBeforePause: '/deadlineBeforePause',
  pausedWorkingMinutes: '/pausedWorkingMinutes',
}

export const tickets = each('ticket', ['id'], {
  id: name('ticket', '/number'),
  arrival: {
    effectiveDeadline: '/arrival/effectiveDeadline',
    arrivedAt: '/arrival/arrivedAt',
    result: '/arrival/result',
  },
  clocks: list('/clocks', ['promise', 'clause', 'cycle'], clock),
  recordedClientBreach: '/duties/0/clause',
  countsForAttainment: '/countsForAttainment',
  cumulativeRestoreConsumedMinutes: '/cumulativeRestoreConsumedMinutes',
})

export const serviceLevelOfMonth = answer('attainment', {
  arrivalClocked: '/promises/[promise=arrival]/clocked',
  arrivalMet: '/promises/[promise=arrival]/met',
  arrivalAttainmentPercent: '/promises/[promise=arrival]/percent',
  restoreClocked: '/promises/[promise=restore]/clocked',
  restoreMet: '/promises/[promise=restore]/met',
  restoreAttainmentPercent: '/promises/[promise=restore]/percent',
})

export const availabilityOfMonth = answer('availability', {
  agreedServiceMinutes: '/agreedServiceMinutes',
  downMinutesInsideAgreedTime: '/downMinutesInsideAgreedTime',
  availabilityPercent: '/percent',
  downMinutesElapsedAllHours: '/downMinutesElapsedAllHours',
})
