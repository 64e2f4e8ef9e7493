import { answer, type Fields, list } from './shape.ts'

export const revenueRecognition = answer('recognition', {
  termDays: '/termDays',
  months: list('/months', ['month'], { month: '/month', days: '/days', recognisedNetFen: '/recognisedMinor' }, { whole: false }),
  totalNetFen: '/recognisedMinor',
})

const ground = {
  ground: '/ground',
  penaltyOwedByClientFen: '/penaltyByClientMinor',
  penaltyOwedByProviderFen: '/penaltyByProviderMinor',
  refundOfUnearnedFeeFen: '/refundMinor',
  openInvoicesSetOffFen: '/setOffMinor',
  netPayableToClientFen: '/netToClientMinor',
}
const within = (place: string, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([field, at]) => [field, `${place}${at}`]))

const amounts = { grossFen: '/grossMinor', taxFen: '/taxMinor', netFen: '/netMinor' }

export const termination: Fields = {
  termDays: answer('settlementPreview', '/termDays'),
  servedDays: answer('settlementPreview', '/servedDays'),
  contractTotalGrossFen: answer('settlementPreview', '/contractTotalMinor'),
  penaltyBaseFen: answer('settlementPreview', '/penaltyBaseMinor'),
  penaltyFen: answer('settlementPreview', '/penaltyMinor'),
  earnedGrossFen: answer('settlementPreview', '/earnedMinor'),
  unearnedGrossFen: answer('settlementPreview', '/unearnedMinor'),
  byGround: answer('settlementPreview', list('/byGround', ['ground'], ground)),
  penaltyIsOutsideVat: answer('settlementPreview', '/penaltyIsOutsideVat'),
  creditNote: answer('settlement', {
    forInvoice: '/creditNotes/0/number',
    ...within('/creditNotes/0', amounts),
    lines: list('/creditNotes/0/lines', ['line'], { line: '/line', ...amounts }),
  }),
  contractLiabilityLeftFen: answer('settlement', '/contractLiabilityLeftMinor'),
  actual: answer('settlement', within('/actual', ground)),
}
