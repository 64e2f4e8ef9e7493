import { expect, test } from 'vitest'
import { earlyExplanation } from './early-explanation.ts'

const zone = 'Asia/Shanghai'
const window = { from: '2026-10-14T01:30:00Z', to: '2026-10-14T04:30:00Z' }
const arrival = {
  at: '2026-10-14T01:24:00Z',
  recordedAt: '2026-10-14T01:24:00Z',
  how: 'button' as const,
  earlyMinutes: 6,
}

test('the minutes before the agreed time are explained by both times', () => {
  const told = earlyExplanation({ arrival, window, zone }, '2026-10-14T02:00:00Z')
  expect(told?.equation.map(({ operator, value }) => [operator, value])).toEqual([
    [undefined, { kind: 'instant', instant: window.from, zone }],
    ['−', { kind: 'instant', instant: arrival.at, zone }],
    ['=', { kind: 'minutes', minutes: 6 }],
  ])
})

test('without an agreed window there is no figure to explain', () => {
  const { earlyMinutes: _none, ...noWindow } = arrival
  expect(earlyExplanation({ arrival: noWindow, zone }, arrival.at)).toBeUndefined()
  expect(earlyExplanation({ window, zone }, arrival.at)).toBeUndefined()
})
