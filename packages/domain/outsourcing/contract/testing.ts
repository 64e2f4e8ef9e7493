import { unwrap } from '../../kernel/result.ts'
import { DraftTerms, type DraftTermsInput, termsOfDraft } from './draft-terms.ts'
import type { ContractTerms } from './terms.ts'

const week = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const cny = (minor: number) => ({ currency: 'CNY', minor })

/** A draft of a maintenance contract over 2026-10-01 … 2027-09-30 for 8 PCs, a server and a network device; for tests. */
export function maintenanceDraft(overrides: Partial<DraftTermsInput> = {}): DraftTerms {
  return DraftTerms.parse({
    template: 'it-maintenance-cn',
    number: 'WB-2026-001',
    client: { name: 'Lanhai Trading' },
    provider: {
      name: 'Chengxin IT',
      bank: { bank: '上海银行', accountName: 'Chengxin IT', accountNumber: '6222 0000 0000 0001' },
    },
    currency: 'CNY',
    firstDay: '2026-10-01',
    lastDay: '2027-09-30',
    billingZone: 'Asia/Shanghai',
    feeLines: [
      {
        line: 1,
        item: 'PC maintenance',
        deviceClass: 'pc',
        quantity: 8,
        unitGross: cny(240_000),
        gross: cny(1_920_000),
        taxRate: '0.06',
      },
      {
        line: 2,
        item: 'Server maintenance',
        deviceClass: 'server',
        quantity: 1,
        unitGross: cny(960_000),
        gross: cny(960_000),
        taxRate: '0.06',
      },
      {
        line: 3,
        item: 'Network maintenance',
        deviceClass: 'network',
        quantity: 1,
        unitGross: cny(720_000),
        gross: cny(720_000),
        taxRate: '0.06',
      },
    ],
    calendar: {
      timezone: 'Asia/Shanghai',
      weekly: Object.fromEntries(week.map(day => [day, [['09:00', '18:00']]])),
      publicHolidays: 'CN',
    },
    sites: [{ site: 'HQ', name: 'HQ', arrivalMinutes: 60 }],
    restore: { minutes: 480, severeMinutes: 240 },
    extras: { due: { days: 10, dayKind: 'calendar', startDayCounts: false, roll: 'next-working-day' }, lateFee: false },
    outOfScope: { listRatePerHour: cny(30_000), discount: '0.20', roundUpMinutes: 30 },
    allocationOrder: 'principal-first',
    ...overrides,
  })
}

/** Terms of a maintenance contract for tests: `maintenanceDraft` filled from its template. */
export const maintenanceTerms = (overrides: Partial<DraftTermsInput> = {}): ContractTerms =>
  unwrap(termsOfDraft(maintenanceDraft(overrides)))
