import type { TimelineEntry } from '@pactdesk/domain/service-support/incident/timeline'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'

const entry = (id: string, kind: TimelineEntry['kind'] = 'event'): TimelineEntry => ({
  id,
  kind,
  type: 'work-recorded',
  at: '2026-10-09T08:00:00Z',
  recordedAt: '2026-10-09T08:00:00.000Z',
  by: { kind: 'staff', id: 'a', name: 'A' },
  clocks: [],
  data: {},
})
const events = (count: number): TimelineEntry[] => Array.from({ length: count }, (_, at) => entry(`e${at}`))
const shapes = (told: ReturnType<typeof fold>) => told.map(one => (one.kind === 'folded' ? one.entries.length : one.entry.id))

test('a long silence between words is folded, its first and last event stay', () => {
  const story = [entry('asked', 'words'), ...events(8), entry('answered', 'words')]
  expect(shapes(fold(story, new Set()))).toEqual(['asked', 'e0', 6, 'e7', 'answered'])
})
test('opens by itself when asked to', () => {
  const story = [...events(8), entry('answered', 'words')]
  expect(fold(story, new Set(['e0']))).toHaveLength(9)
})
test('what happened last is never folded, nor is a short row', () => {
  expect(fold([entry('asked', 'words'), ...events(8)], new Set())).toHaveLength(9)
  expect(fold([...events(5), entry('answered', 'words')], new Set())).toHaveLength(6)
})
