import { answer, type Fields, list } from './shape.ts'

export const lateFee: Fields = {
  firstLateDay: answer('lateFee', '/firstLateDay'),
  segments: answer(
    'lateFee',
    list('/segments', ['firstDay'], {
      firstDay: '/firstDay',
      lastDay: '/lastDay',
      days: '/days',
      overdueBaseFen: '/unpaidMinor',
      feePerDayInFenExact: '/perDayMinorExact',
    }),
  ),
  days: answer('lateFee', '/days'),
  exactFen: answer('lateFee', '/exactMinor'),
  claimedGrossFen: answer('lateFee', '/claimedMinor'),
  principalOverdueAfterLastPaymentIfLateFeeSettledFirstFen: answer('lateFeeFirst', '/principalOpenMinor'),
}
