import { type Instant, isAfter } from '../../../kernel/time.ts'
import { type Clock, type ClockEntry, strikeOf } from './clock.ts'

/** A stretch of a clock's life between two lines of its log. Without `to` it goes on; `ends`: the clock ended with it. */
export type Stretch = {
  state: 'running' | 'paused'
  from: Instant
  to?: Instant
  ends: boolean
  /** The line that began it. */
  entry: ClockEntry
  /** It runs although somebody waited: the pause was struck. */
  struck?: ClockEntry
}

/** The log as stretches, without gaps. What is logged after the end (a late pause) changes nothing. */
export function stretchesOf(clock: Clock): Stretch[] {
  const stretches: Stretch[] = []
  for (const entry of clock.log) {
    const last = stretches.at(-1)
    if (last?.ends || entry.do === 'at-risk' || entry.do === 'due' || entry.do === 'strike') continue
    if (entry.do === 'stop' || entry.do === 'cancel' || entry.do === 'exclude') {
      end(stretches, entry.at)
    } else {
      if (last) last.to = entry.at
      const struck = entry.do === 'pause' ? strikeOf(clock, entry) : undefined
      const state = entry.do === 'pause' && !struck ? 'paused' : 'running'
      stretches.push({ state, from: entry.at, ends: false, entry, ...(struck && { struck }) })
    }
  }
  return stretches
}

/** Ends the clock at `at`, which may lie before its last pause: what was typed late holds from when it happened. */
function end(stretches: Stretch[], at: Instant): void {
  while (stretches.length > 1 && isAfter(stretches.at(-1)!.from, at)) stretches.pop()
  const last = stretches.at(-1)
  if (last) {
    last.to = at
    last.ends = true
  }
}
