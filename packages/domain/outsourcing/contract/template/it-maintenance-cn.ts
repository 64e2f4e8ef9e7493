import { agreedTerms } from './it-maintenance-cn-agreed.ts'
import { dutiesAndEnd } from './it-maintenance-cn-duties.ts'
import { feeAndServices } from './it-maintenance-cn-services.ts'
import { monthlyChecklist } from './monthly-checklist.ts'
import type { ContractTemplate } from './template.ts'

/** The standard Chinese IT maintenance contract: fixed fee paid on signing, monthly visits, arrival promises. */
export const itMaintenanceCn: ContractTemplate = {
  id: 'it-maintenance-cn',
  version: 1,
  name: { zh: 'IT 维护服务合同', en: 'IT maintenance contract' },
  preamble: {
    zh: '甲乙双方经平等协商，就乙方为甲方的计算机、服务器和网络提供维护服务，订立本合同，共同遵守。',
    en: 'The parties, having negotiated as equals, conclude this contract on the maintenance of the computers, servers and network of Party A by Party B, and both abide by it.',
  },
  closing: {
    zh: '本合同一式两份，甲乙双方各执一份，自双方中后签署的一方签署之日起生效。中文文本为签署文本。',
    en: 'This contract is made in two originals, one for each party, and takes effect on the day on which the second party has signed. The Chinese text is the one that is signed.',
  },
  clauses: [...feeAndServices, ...dutiesAndEnd, ...agreedTerms],
  defaults: {
    signingPlace: '上海',
    billing: { mode: 'in-full-on-signing' },
    paymentDue: { days: 2, dayKind: 'calendar', startDayCounts: false, roll: 'next-working-day' },
    paymentMeans: ['bill', 'bank-transfer'],
    lateFee: { ratePerDay: '0.01' },
    tax: { services: '0.06', parts: '0.13' },
    severeArrivalMinutes: 60,
    severeAtClosing: true,
    pauseReasons: ['client'],
    discountCard: [],
    refund: 'pro-rata-by-day',
    penaltyRate: '0.10',
    partsLabourFree: true,
    maintenance: { everyMonths: 1, checklist: monthlyChecklist, reinstall: { everyMonths: 6, deviceClasses: ['pc'] } },
    trainingVisitsPerYear: 0,
    renewalReminderDays: 30,
    otherTerms: [],
  },
}
