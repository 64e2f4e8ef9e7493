import { describe, expect, it } from 'vitest'
import { leaves, pointed, same } from './compare.ts'

describe('comparing figures', () => {
  it('numbers are exact decimals, whatever their spelling', () => {
    expect(same('60.0', '60')).toBe(true)
    expect(same(36000, '36000')).toBe(true)
    expect(same('16000.5', '16000.50')).toBe(true)
    expect(same('99.7428', '99.74280000001')).toBe(false)
    expect(same(0, '-0.00')).toBe(true)
    expect(same(-1, 1)).toBe(false)
  })

  it('instants are instants, whatever their offset', () => {
    expect(same('2026-10-04T04:30+08:00', '2026-10-03T20:30:00Z')).toBe(true)
    expect(same('2026-10-04T04:30+08:00', '2026-10-03T20:31:00Z')).toBe(false)
  })

  it('an absent figure is a wrong figure', () => {
    expect(same(0, undefined)).toBe(false)
    expect(same(false, null)).toBe(false)
    expect(same(true, 'true')).toBe(false)
  })

  it('every leaf has its pointer', () => {
    const document = { a: [{ b: 1 }, { 'c/d': 'x' }], e: false }
    expect(leaves(document).map(leaf => leaf.at)).toEqual(['/a/0/b', '/a/1/c~1d', '/e'])
    for (const leaf of leaves(document)) expect(pointed(document, leaf.at)).toBe(leaf.value)
  })
})
