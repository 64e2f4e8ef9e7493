import { expect, test } from 'vitest'
import { currentClocks } from './current-clocks.ts'

type Clock = { promise: 'restore' | 'arrival'; cycle: number; stoppedAt?: string }
const stopped = '2026-10-20T03:00:00Z'
const asked = (cycle: number) => ({ cycle, requestedAt: stopped })
const shown = (cycle: number, onSite: ReturnType<typeof asked>[], clocks: Clock[]) =>
  currentClocks({ cycle, onSite, clocks }).map(clock => `${clock.promise} ${clock.cycle}`)

test('in the first cycle all are current, stopped ones too', () =>
  expect(
    shown(
      1,
      [asked(1)],
      [
        { promise: 'arrival', cycle: 1, stoppedAt: stopped },
        { promise: 'restore', cycle: 1 },
      ],
    ),
  ).toEqual(['arrival 1', 'restore 1']))
test('after a reopening what was kept before is past', () =>
  expect(
    shown(
      2,
      [asked(1)],
      [
        { promise: 'arrival', cycle: 1, stoppedAt: stopped },
        { promise: 'restore', cycle: 1, stoppedAt: stopped },
        { promise: 'restore', cycle: 2 },
      ],
    ),
  ).toEqual(['restore 2']))
test('who is first asked to come after a reopening is promised now, though it is the first arrival', () =>
  expect(
    shown(
      2,
      [asked(2)],
      [
        { promise: 'arrival', cycle: 1 },
        { promise: 'restore', cycle: 1, stoppedAt: stopped },
        { promise: 'restore', cycle: 2 },
      ],
    ),
  ).toEqual(['arrival 1', 'restore 2']))
