import { expect, test } from 'vitest'
import { type BandInterval, blocksOf, positionIn, sumsOf } from './band.ts'
import { startOfNextDay } from './local-day.ts'

const shanghai = (local: string): string => `${new Date(`${local}:00+08:00`).toISOString().slice(0, 19)}Z`
const interval = (from: string, to: string, kind: BandInterval['kind'], more: Partial<BandInterval> = {}): BandInterval => ({
  from: shanghai(from),
  to: shanghai(to),
  kind,
  ...more,
})

const story: BandInterval[] = [
  interval('2026-09-30T16:12', '2026-09-30T18:00', 'counted'),
  interval('2026-09-30T18:00', '2026-10-01T00:00', 'outside'),
  interval('2026-10-01T00:00', '2026-10-08T00:00', 'holiday', { name: 'National Day' }),
  interval('2026-10-08T00:00', '2026-10-08T09:00', 'outside'),
  interval('2026-10-08T09:00', '2026-10-08T11:25', 'counted'),
  interval('2026-10-08T11:25', '2026-10-08T16:40', 'paused'),
  interval('2026-10-08T16:40', '2026-10-08T18:00', 'counted'),
  interval('2026-10-08T18:00', '2026-10-10T09:00', 'outside'),
  interval('2026-10-10T09:00', '2026-10-10T10:42', 'counted', { makeUp: true }),
]

test('days become blocks, a row of holidays one block', () => {
  const blocks = blocksOf(story, 'Asia/Shanghai')
  expect(blocks.map(block => [block.firstDay, block.lastDay, block.kind])).toEqual([
    ['2026-09-30', '2026-09-30', 'day'],
    ['2026-10-01', '2026-10-07', 'holiday'],
    ['2026-10-08', '2026-10-08', 'day'],
    ['2026-10-09', '2026-10-09', 'outside'],
    ['2026-10-10', '2026-10-10', 'day'],
  ])
  expect(blocks[1]?.segments).toMatchObject([{ kind: 'holiday', minutes: 7 * 1440, width: 1 }])
  expect(blocks[4]?.makeUp).toBe(true)
})

test('within a day widths add up, nights are shortened, ticks stand where something changes', () => {
  const day = blocksOf(story, 'Asia/Shanghai')[2]
  expect(day?.segments.reduce((sum, segment) => sum + segment.width, 0)).toBeCloseTo(1)
  expect(day?.segments.map(segment => segment.minutes)).toEqual([540, 145, 315, 80, 360])
  expect(day?.segments[0]?.width).toBe(day?.segments[4]?.width)
  expect(day?.ticks.map(tick => new Date(tick.at).toISOString())).toContain('2026-10-08T08:40:00.000Z')
})

test('an instant is found inside its block only', () => {
  const [first, , day] = blocksOf(story, 'Asia/Shanghai')
  const at = Date.parse(shanghai('2026-09-30T17:06'))
  expect(first && positionIn(first, at)).toBeCloseTo((first?.segments[0]?.width ?? 0) / 2)
  expect(day && positionIn(day, at)).toBeUndefined()
})

test('the sums add up to the wall time', () => {
  const sums = sumsOf(story)
  const wall = (Date.parse(shanghai('2026-10-10T10:42')) - Date.parse(shanghai('2026-09-30T16:12'))) / 60_000
  expect(sums.counted + sums.paused + sums.holiday + sums.outside).toBe(wall)
  expect(sums).toMatchObject({ paused: 315, holiday: 7 * 1440 })
})

test('a day is as long as its zone makes it', () => {
  const sydney = Date.parse('2026-10-03T14:00:00Z')
  expect(startOfNextDay(sydney, 'Australia/Sydney') - sydney).toBe(23 * 3_600_000)
  expect(startOfNextDay(sydney, 'UTC')).toBe(Date.parse('2026-10-04T00:00:00Z'))
})
