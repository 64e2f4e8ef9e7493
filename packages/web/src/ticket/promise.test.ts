import type { PromiseNow } from '@pactdesk/domain/service-support/incident/promise-now'
import { expect, test } from 'vitest'
import { shownAt } from '../parts/promise/promise.ts'
import { promiseOf } from './promise.ts'

const asOf = '2026-10-09T08:00:00Z'
const at = (text: string): number => Date.parse(`2026-10-09T${text}Z`)
const running = (more: Partial<PromiseNow> = {}): PromiseNow => ({
  state: 'running',
  promise: 'restore',
  basis: 'working',
  targetMinutes: 540,
  leftMinutes: 90,
  deadline: '2026-10-09T09:30:20Z',
  warnAt: '2026-10-09T08:15:00Z',
  countsUntil: '2026-10-09T10:00:00Z',
  resumesAt: '2026-10-10T01:00:00Z',
  ...more,
})

test('a deadline in the open window is known to the second', () => {
  expect(shownAt(promiseOf(running(), asOf), at('09:29:00'))).toMatchObject({ state: 'at-risk', leftMs: 80_000, seconds: true })
})

test("turns at risk at the contract's own warning, not before", () => {
  const view = promiseOf(running(), asOf)
  expect(shownAt(view, at('08:14:00')).state).toBe('running')
  expect(shownAt(view, at('08:15:00')).state).toBe('at-risk')
})

test('stands still when the window ends before the deadline', () => {
  const view = promiseOf(running({ leftMinutes: 200, deadline: '2026-10-10T02:20:00Z', warnAt: '2026-10-10T01:00:00Z' }), asOf)
  expect(shownAt(view, at('09:59:00'))).toMatchObject({ state: 'running', leftMs: 81 * 60_000 })
  expect(shownAt(view, at('10:00:00')).state).toBe('outside')
})

test('over counts up from what the server counted in working time', () => {
  const view = promiseOf(running({ state: 'over', leftMinutes: -12, deadline: '2026-10-08T09:48:00Z' }), asOf)
  expect(shownAt(view, at('08:03:00'))).toEqual({ state: 'over', overMs: 15 * 60_000 })
})

test('says how early or late it ended, and nothing where that is under a minute', () => {
  expect(promiseOf({ state: 'met', promise: 'arrival', basis: 'elapsed', leftMinutes: 18 }, asOf)).toMatchObject({
    earlyMinutes: 18,
    basis: 'wall',
  })
  expect(promiseOf({ state: 'missed', promise: 'arrival', leftMinutes: 0 }, asOf)).not.toHaveProperty('lateMinutes')
})

test('out of scope says that it is billed by quote; without a contract it says nothing of bills', () => {
  expect(promiseOf({ state: 'none', why: 'out-of-scope' }, asOf)).toMatchObject({ state: 'none', billedAs: 'quote' })
  expect(promiseOf({ state: 'none', why: 'no-contract' }, asOf)).not.toHaveProperty('billedAs')
})
