import { describe, expect, it } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { checkTerms, issuesOf } from './check-terms.ts'
import { checkDevices, contractTotal, coveredQuantities } from './coverage.ts'
import { draftOfTerms, termsOfDraft } from './draft-terms.ts'
import { checkOverlap, occupies } from './overlap.ts'
import { maintenanceDraft, maintenanceTerms } from './testing.ts'

const cny = (minor: number) => ({ currency: 'CNY', minor })
const line = { line: 1, item: 'PC maintenance', gross: cny(100), taxRate: '0.06' }
const codesOf = (...given: Parameters<typeof maintenanceTerms>) =>
  issuesOf(maintenanceTerms(...given)).map(({ code, path }) => `${code} ${path}`)

describe('terms of a contract', () => {
  it('of the template, complete and summing, are accepted', () => {
    expect(checkTerms(maintenanceTerms()).ok).toBe(true)
  })
  it('are printed inclusive and kept half-open', () => {
    expect(maintenanceTerms().term).toEqual({ from: '2026-10-01', to: '2027-10-01' })
  })
  it('take what a draft leaves out from the template', () => {
    const terms = maintenanceTerms()
    expect(terms.lateFee).toEqual({ ratePerDay: '0.01' })
    expect(terms.penaltyRate).toBe('0.10')
    expect(terms.severeAtClosing).toBe(true)
    expect(maintenanceTerms({ lateFee: null }).lateFee).toBeUndefined()
  })
  it('become a draft again and are the same afterwards', () => {
    for (const overrides of [{}, { lateFee: null, restore: undefined }, { otherTerms: ['寒暑假期间巡检改为每两月一次。'] }]) {
      const terms = maintenanceTerms(overrides)
      expect(unwrap(termsOfDraft(draftOfTerms(terms)))).toEqual(terms)
    }
  })
  it('name a template that exists', () => {
    const refused = termsOfDraft(maintenanceDraft({ template: 'it-maintenance-xx' }))
    expect(refused).toMatchObject({ ok: false, error: { code: 'contract.unknown-template' } })
    const terms = { ...maintenanceTerms(), template: { id: 'it-maintenance-cn', version: 99 } }
    expect(checkTerms(terms)).toMatchObject({ ok: false, error: { code: 'contract.unknown-template' } })
  })
  it('end no earlier than they begin; one day is a term', () => {
    expect(codesOf({ lastDay: '2026-09-30' })).toEqual(['contract.term-reversed lastDay'])
    expect(codesOf({ lastDay: '2026-10-01' })).toEqual([])
  })
  it('hold no negative amount and no other currency', () => {
    expect(codesOf({ feeLines: [{ ...line, gross: cny(-1) }] })).toEqual(['contract.negative-amount feeLines.0.gross'])
    expect(codesOf({ feeLines: [{ ...line, unitGross: { currency: 'USD', minor: 50 }, quantity: 2 }] })).toEqual([
      'contract.wrong-currency feeLines.0.unitGross',
    ])
    expect(
      codesOf({ outOfScope: { listRatePerHour: { currency: 'USD', minor: -5 }, discount: '0', roundUpMinutes: 30 } }),
    ).toEqual(['contract.wrong-currency outOfScope.listRatePerHour', 'contract.negative-amount outOfScope.listRatePerHour'])
  })
  it('have fee lines that multiply and sum', () => {
    expect(codesOf({ feeLines: [{ ...line, quantity: 2, unitGross: cny(51) }] })).toEqual([
      'contract.fee-line-sum feeLines.0.gross',
    ])
    expect(codesOf({ feeLines: [line, { ...line, line: 2 }], total: cny(201) })).toEqual(['contract.fee-total total'])
    expect(codesOf({ feeLines: [line, line] })).toEqual(['contract.line-twice feeLines.1.line'])
    expect(codesOf({ feeLines: [{ ...line, deviceClass: 'pc' }] })).toEqual(['contract.no-quantity feeLines.0.quantity'])
  })
  it('need a late fee for what builds on it', () => {
    expect(codesOf({ lateFee: null })).toEqual(['contract.no-late-fee allocationOrder'])
  })
  it('report everything that is wrong at once', () => {
    const refused = checkTerms(maintenanceTerms({ lastDay: '2026-01-01', feeLines: [{ ...line, gross: cny(-1) }] }))
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'contract.term-reversed',
        kind: 'invalid',
        params: { issues: [{ path: 'lastDay' }, { path: 'feeLines.0.gross' }] },
      },
    })
  })
})

describe('coverage', () => {
  it('is what the fee lines pay for', () => {
    expect(Object.fromEntries(coveredQuantities(maintenanceTerms()))).toEqual({ pc: 8, server: 1, network: 1 })
    expect(contractTotal(maintenanceTerms())).toEqual(cny(3_600_000))
  })
  it('refuses fees for another number of devices than are registered', () => {
    const devices = (pcs: number) => [
      ...Array.from({ length: pcs }, () => ({ class: 'pc' })),
      { class: 'server' },
      { class: 'network' },
      { class: 'monitor' },
    ]
    expect(checkDevices(maintenanceTerms(), devices(8)).ok).toBe(true)
    expect(checkDevices(maintenanceTerms(), devices(7))).toMatchObject({
      ok: false,
      error: { code: 'contract.device-quantity', params: { differences: [{ deviceClass: 'pc', agreed: 8, registered: 7 }] } },
    })
  })
})

describe('two contracts for one site', () => {
  const own = occupies('k2', maintenanceTerms({ number: 'B' }))
  const other = (overrides: Parameters<typeof maintenanceTerms>[0]) => occupies('k1', maintenanceTerms(overrides))
  it('may not share a day', () => {
    expect(checkOverlap(own, [other({ firstDay: '2025-10-01', lastDay: '2026-10-01' })])).toMatchObject({
      ok: false,
      error: { code: 'contract.overlapping-terms', kind: 'conflict' },
    })
  })
  it('may follow each other without a gap', () => {
    expect(checkOverlap(own, [other({ firstDay: '2025-10-01', lastDay: '2026-09-30' })]).ok).toBe(true)
  })
  it('may run side by side for different sites', () => {
    expect(checkOverlap(own, [other({ sites: [{ site: 'WAREHOUSE', name: 'Warehouse', arrivalMinutes: 90 }] })]).ok).toBe(true)
  })
  it('are not the contract itself', () => {
    expect(checkOverlap(own, [{ ...own }]).ok).toBe(true)
  })
  it('do not clash once the first was ended early', () => {
    const ended = occupies('k1', maintenanceTerms({ firstDay: '2026-01-01', lastDay: '2026-12-31' }), '2026-07-01')
    expect(checkOverlap(own, [ended]).ok).toBe(true)
  })
})
