import { answer, list } from './shape.ts'

export const calendar = answer('calendar', {
  workingDays: list('/workingDays', [], ''),
  workingDayCount: '/workingDayCount',
  agreedServiceMinutesOfMonth: '/agreedServiceMinutes',
  makeUpDays: list('/makeUpDays', [], ''),
})
