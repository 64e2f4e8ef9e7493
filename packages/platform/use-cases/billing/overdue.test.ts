import type { IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { accrueLateFee } from '@pactdesk/domain/outsourcing/billing/late-fee'
import { maintenanceTerms } from '@pactdesk/domain/outsourcing/contract/testing'
import { describe, expect, it } from 'vitest'
import { overdueOf } from './overdue.ts'

const bill: IssuedBill = {
  status: 'issued',
  id: 'fee-k1-1',
  client: 'LANHAI',
  kind: 'fee',
  contract: 'k1',
  contractVersion: 1,
  currency: 'CNY',
  grossMinor: 100_000,
  taxMinor: 5_660,
  netMinor: 94_340,
  taxGroups: [],
  lineCount: 1,
  claimed: 0,
  number: 'INV-1',
  issuedOn: '2026-10-01',
  due: { rawDueOn: '2026-10-08', dueOn: '2026-10-08', provisional: false },
  opening: false,
  payments: [],
  lateFees: [],
  writtenOff: [],
  credited: [],
  disputes: [],
  refunds: [],
  setOff: [],
}
const principalOpen = (more: Partial<IssuedBill>) =>
  accrueLateFee(overdueOf({ ...bill, ...more }, maintenanceTerms())!, '2026-12-31').principalOpenMinor

describe('what lowers an overdue bill', () => {
  it('a settlement sets the bill off whole; its credit note, owed there, does not lower the bill again', () => {
    const setOff = [{ settlement: 'k1', minor: 100_000, on: '2026-12-01' }]
    const credited = [{ note: 'cn-1', minor: 70_000, on: '2026-12-01', bySettlement: true }]
    expect(principalOpen({ setOff, credited })).toBe(0)
  })

  it('any other credit note does', () => {
    expect(principalOpen({ credited: [{ note: 'cn-1', minor: 30_000, on: '2026-12-01' }] })).toBe(70_000)
  })
})
