import { unwrap } from '../../kernel/result.ts'
import type { ActiveContract, Contract } from './contract.ts'
import { coveredQuantities } from './coverage.ts'
import { draftContract } from './decide/draft.ts'
import { offer, storeDocument } from './decide/offer.ts'
import { signAsClient, signAsProvider } from './decide/sign.ts'
import { DraftTerms, type DraftTermsInput, termsOfDraft } from './draft-terms.ts'
import type { ContractEvent } from './events.ts'
import { evolve } from './evolve.ts'
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

const hash = (letter: string) => letter.repeat(64)
const apply = (events: ContractEvent[], at: string, from?: Contract): Contract =>
  events.reduce<Contract | undefined>((state, event) => evolve(state, event, { at }), from)!

/** A maintenance contract in force, signed by both in the portal at `signedAt`; for tests of other modules. */
export function activeMaintenance(
  overrides: Partial<DraftTermsInput> = {},
  { id = 'k1', client = 'LANHAI', signedAt = '2026-09-30T08:20:00Z' } = {},
): ActiveContract {
  const env = { now: signedAt, actor: { kind: 'staff', id: 's1', name: 'Sun' }, newId: () => 'id1' } as const
  const terms = maintenanceTerms(overrides)
  const covered = [...coveredQuantities(terms)].flatMap(([deviceClass, count]) =>
    Array.from({ length: count }, () => ({ class: deviceClass })),
  )
  const file = { key: 'p/x/offer.pdf', name: 'offer.pdf', type: 'application/pdf', size: 1, sha256: hash('a') }
  const drafted = apply(unwrap(draftContract({ id, client, terms, others: [] })), signedAt)
  const offered = apply(unwrap(offer(drafted, { devices: covered, others: [] })), signedAt, drafted)
  const stored = apply(unwrap(storeDocument(offered, { version: 1, document: 'offer', file })), signedAt, offered)
  const command = { documentSha256: file.sha256, clausesRead: 99, evidence: { id: 'b1', sha256: hash('e') } }
  const first = apply(unwrap(signAsProvider(stored, command, env)), signedAt, stored)
  const second = apply(unwrap(signAsClient(first, command, [], env)), signedAt, first)
  if (second.status !== 'active') throw new Error(`the contract is ${second.status}`)
  return second
}
