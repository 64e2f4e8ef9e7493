import { describe, expect, test } from 'vitest'
import { ServerClock } from './server-clock.ts'
import { shownNow, untilNextTick } from './ticker.ts'

const at = (text: string): number => Date.parse(`2026-11-24T${text}Z`)

describe('the shared ticker', () => {
  test('ticks at the next full minute when nothing is near', () => {
    expect(untilNextTick(at('02:42:15.250'), [])).toBe(44_750)
    expect(untilNextTick(at('02:42:15.250'), [at('05:00:00')])).toBe(44_750)
  })
  test('ticks each second while a deadline is within five minutes', () => {
    expect(untilNextTick(at('02:42:15.250'), [at('02:47:00')])).toBe(750)
  })
  test('wakes when a deadline comes within five minutes, in the middle of a minute', () => {
    expect(untilNextTick(at('02:42:00'), [at('02:47:20')])).toBe(20_000)
  })
  test('a deadline that has passed asks for minutes only', () => {
    expect(untilNextTick(at('02:42:15'), [at('02:42:00')])).toBe(45_000)
  })
  test('shows whole minutes, and whole seconds only before the deadline', () => {
    expect(shownNow(at('02:42:15.9'))).toBe(at('02:42:00'))
    expect(shownNow(at('02:42:15.9'), at('02:45:00'))).toBe(at('02:42:15'))
    expect(shownNow(at('02:42:15.9'), at('02:42:10'))).toBe(at('02:42:00'))
  })
})

describe('server time', () => {
  test('counts half the round trip, so a slow line does not move the clock', () => {
    const clock = new ServerClock()
    clock.observe('2026-11-24T02:42:00Z', 1000, 3000)
    expect(clock.at(2000)).toBe(at('02:42:00'))
  })
  test('is in whole milliseconds whatever the trip took: Temporal takes no fraction', () => {
    const clock = new ServerClock()
    clock.observe('2026-11-24T02:42:00Z', 1000, 1021)
    expect(Number.isInteger(clock.at(2000))).toBe(true)
  })
  test('keeps the estimate of the shortest trip', () => {
    const clock = new ServerClock()
    clock.observe('2026-11-24T02:42:00Z', 1000, 1020)
    clock.observe('2026-11-24T02:42:02Z', 2000, 6000)
    expect(clock.at(1010)).toBe(at('02:42:00'))
  })
  test('follows at once when the business clock was stepped', () => {
    const clock = new ServerClock()
    clock.observe('2026-11-24T02:42:00Z', 1000, 1020)
    clock.observe('2026-12-24T02:42:00Z', 2000, 2100)
    expect(clock.at(2050)).toBe(Date.parse('2026-12-24T02:42:00Z'))
  })
  test('ignores a header that is no instant', () => {
    const clock = new ServerClock()
    clock.observe('soon', 1000, 1020)
    expect(clock.at(5)).toBe(5)
  })
})
