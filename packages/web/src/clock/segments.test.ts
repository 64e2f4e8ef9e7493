import type { ClockExplanation } from '@pactdesk/domain/service-delivery/service-level/explain'
import { expect, test } from 'vitest'
import { foldStill } from './segments.ts'

type Segment = ClockExplanation['segments'][number]
const segment = (from: string, kind: Segment['kind'], seconds = 60): Segment => ({
  from,
  to: from,
  seconds,
  kind,
  dayKind: 'working',
  provisional: false,
  reason: 'night',
  params: {},
  running: 0,
})
const days = [
  segment('a', 'counted'),
  segment('b', 'outside', 100),
  segment('c', 'holiday', 200),
  segment('d', 'counted'),
  segment('e', 'outside'),
  segment('f', 'paused'),
]
const shapes = (open: string[] = []) =>
  foldStill(days, new Set(open)).map(told => (told.fold ? `${told.segments.length}:${told.seconds}` : told.segment.from))

test('nights and holidays in a row are one line with their sum; what counts, is paused or stands alone is told', () =>
  expect(shapes()).toEqual(['a', '2:300', 'd', 'e', 'f']))
test('they open when asked to', () => expect(shapes(['b'])).toEqual(['a', 'b', 'c', 'd', 'e', 'f']))
