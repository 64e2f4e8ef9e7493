import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { stateOf } from '../../service-desk/import/map-log.ts'
import { type Level, levels, type PriorityMatrix, priorityOf, standardMatrix } from './priority.ts'
import { mayGo, pathBetween, type TicketStatus, ticketTransitions } from './states.ts'

const oracle = (name: string) => new URL(`../../../../../shared/oracles/${name}`, import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(oracle(name), 'utf8'))

describe.skipIf(!existsSync(oracle('priority_matrix_servicenow_uci.json')))('priorities recorded by another desk', () => {
  type Row = { impact: string; urgency: string; priorityCounts: Record<string, number> }
  const level = (digit: string): Level => levels[Number(digit) - 1]!

  test('follow the standard matrix except at its low end, where a provider publishes its own', () => {
    const { rows } = read('priority_matrix_servicenow_uci.json') as { rows: Row[] }
    const recorded = rows.map(row => [row.impact, row.urgency, `P${Object.keys(row.priorityCounts)[0]}`] as const)
    const differing = recorded.filter(
      ([impact, urgency, given]) => priorityOf(standardMatrix, level(impact), level(urgency)) !== given,
    )
    expect(recorded).toHaveLength(8)
    expect(differing).toEqual([['3', '3', 'P4']])
    const own: PriorityMatrix = { ...standardMatrix, low: { ...standardMatrix.low, low: 'P4' } }
    for (const [impact, urgency, given] of recorded) expect(priorityOf(own, level(impact), level(urgency))).toBe(given)
  })
})

describe.skipIf(!existsSync(oracle('incident_state_transitions_uci.json')))('state changes recorded by another desk', () => {
  const target = (command: string): TicketStatus => ticketTransitions.find(row => row.command === command)!.to

  test('each of the observed pairs is a path of our commands', () => {
    const { transitions } = read('incident_state_transitions_uci.json') as { transitions: { from: string; to: string }[] }
    expect(transitions).toHaveLength(40)
    for (const { from, to } of transitions) {
      const start = stateOf(from)?.status ?? 'new'
      const end = stateOf(to)?.status ?? start
      let status = start
      for (const command of pathBetween(start, end)) {
        expect(mayGo(status, command), `${from} → ${to}: ${command}`).toBe(true)
        status = target(command)
      }
      expect(status, `${from} → ${to}`).toBe(end)
    }
  })
})
