import { livingContract } from '@pactdesk/domain/outsourcing/contract/living'
import { textOf } from '@pactdesk/domain/outsourcing/contract/template/registry'
import { activeMaintenance, maintenanceTerms } from '@pactdesk/domain/outsourcing/contract/testing'
import { describe, expect, test } from 'vitest'
import { changedClauses, sectionsOf } from './sections.ts'

const { clauses } = textOf(maintenanceTerms())

describe('sections', () => {
  test('are the seven headings with their printed clauses; what is not agreed is not there', () => {
    const sections = sectionsOf(clauses)
    expect(sections.map(({ head }) => head.no)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(sections.at(-1)?.clauses.map(({ no }) => no)).not.toContain('7(h)')
    expect(sections.every(({ state }) => state === undefined)).toBe(true)
  })
  test('say what matters most in them', () => {
    const living = livingContract(
      activeMaintenance(),
      {
        protection: { pcs: 8, antivirus: 7, backup: 8 },
        covered: { minutes: 60, tickets: 1, parts: { currency: 'CNY', minor: 0 } },
      },
      '2026-10-12T00:00:00Z',
    )
    const states = Object.fromEntries(sectionsOf(clauses, living.clauses).map(({ head, state }) => [head.no, state]))
    expect(states).toMatchObject({ 1: 'running', 2: 'watch', 4: 'idle', 6: 'running' })
    expect(states['5']).toBeUndefined()
  })
})

describe('what changed between two versions', () => {
  test('is nothing between equal words', () => expect(changedClauses(clauses, clauses)).toEqual([]))
  test('is each clause whose words differ, a term agreed anew, and one that fell away', () => {
    const newer = textOf(
      maintenanceTerms({
        penaltyRate: '0.05',
        response: { minutes: 30 },
        otherTerms: ['x'],
        sites: [{ site: 'HQ', name: 'HQ', arrivalMinutes: 45 }],
      }),
    ).clauses
    // Response joins the clocks that pause, so 7(i) reads differently too.
    expect(changedClauses(clauses, newer)).toEqual(['3(6)', '4', '7(h)', '7(i)', '7(1)'])
    expect(changedClauses(newer, clauses)).toContain('7(1)')
  })
})
