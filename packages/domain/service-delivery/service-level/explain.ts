import * as z from 'zod'
import { epochMilliseconds, Instant, instantOf, LocalDate } from '../../kernel/time.ts'
import { type Calendar, compileCalendar } from './calendar/compiled-calendar.ts'
import { type DayPiece, dayPieces } from './calendar/day-pieces.ts'
import type { Clock } from './clocks/clock.ts'
import { ClockFigures, clockFigures } from './clocks/figures.ts'
import { type Stretch, stretchesOf } from './clocks/stretches.ts'

/** Names what a sentence says, as a translation key with its parameters: no prose is stored. */
const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** One interval of a clock's life. `running` is what had been counted when it ended. */
export const ClockSegment = z
  .object({
    from: Instant,
    to: Instant,
    seconds: z.number(),
    kind: z.enum(['counted', 'paused', 'holiday', 'outside']),
    /** Kind of the local date on which it begins. */
    dayKind: z.enum(['working', 'weekend', 'holiday', 'make-up']),
    provisional: z.boolean(),
    /** Translation key below `clock.reason`. */
    reason: z.enum([
      'requested',
      'reopened',
      'joined-at-closing',
      'resumed',
      'working-time',
      'elapsed-time',
      'pause-struck',
      'waiting',
      'holiday',
      'rest-day',
      'before-opening',
      'between-windows',
      'after-closing',
      'night',
    ]),
    params: Params,
    running: z.number(),
  })
  .meta({ id: 'ClockSegment' })
export type ClockSegment = z.infer<typeof ClockSegment>

/** What an explanation rests on, to be opened from it. */
const ClockSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clause'), clause: z.string() }),
  z.object({
    kind: z.literal('calendar'),
    timezone: z.string(),
    publicHolidays: z.string().nullable(),
    provisional: z.boolean(),
  }),
  z.object({ kind: z.literal('log'), clock: z.string(), entries: z.int() }),
])

/** Why a clock shows what it shows: wall = counted + paused + holiday + outside, in seconds, exactly. */
export const ClockExplanation = z
  .object({
    clock: z.string(),
    sentenceKey: z.string(),
    params: Params,
    equation: z.object({
      wall: z.number(),
      counted: z.number(),
      paused: z.number(),
      holiday: z.number(),
      outside: z.number(),
    }),
    segments: z.array(ClockSegment),
    figures: ClockFigures,
    asOf: Instant,
    deadline: Instant.nullable(),
    /** The local date of the deadline, in the contract's zone. */
    dueOn: LocalDate.nullable(),
    sources: z.array(ClockSource),
  })
  .meta({ id: 'ClockExplanation' })
export type ClockExplanation = z.infer<typeof ClockExplanation>

/** Explains a clock from its first line until it ended, or until now: interval by interval, in the contract's zone. */
export function explainClock(clock: Clock, calendar: Calendar, now: Instant): ClockExplanation {
  const compiled = compileCalendar(calendar)
  const { timezone, publicHolidays } = compiled.calendar
  const figures = clockFigures(clock, calendar, now)
  const segments = withTotals(joined(stretchesOf(clock).flatMap(stretch => piecesOf(clock, calendar, stretch, now))))
  const sum = (kind: ClockSegment['kind']) =>
    segments.filter(segment => segment.kind === kind).reduce((total, { seconds }) => total + seconds, 0)
  const first = segments[0]
  const last = segments.at(-1)
  const { deadline, provisional } = figures
  return {
    clock: clock.id,
    sentenceKey: `clock.sentence.${figures.state}`,
    params: {
      promise: clock.promise,
      clause: clock.clause,
      basis: clock.basis,
      cycle: clock.cycle,
      targetMinutes: clock.targetMinutes,
      consumedMinutes: figures.consumedMinutes,
      remainingMinutes: figures.remainingMinutes,
      deadline,
      timezone,
      waitingFor: figures.waitingFor ?? null,
      resumesAt: figures.resumesAt ?? null,
      excludedBy: figures.excludedBy ?? null,
    },
    equation: {
      wall: first && last ? (epochMilliseconds(last.to) - epochMilliseconds(first.from)) / 1000 : 0,
      counted: sum('counted'),
      paused: sum('paused'),
      holiday: sum('holiday'),
      outside: sum('outside'),
    },
    segments,
    figures,
    asOf: now,
    deadline,
    dueOn: deadline && compiled.day(compiled.numberAt(epochMilliseconds(deadline))).date,
    sources: [
      { kind: 'clause', clause: clock.clause },
      { kind: 'calendar', timezone, publicHolidays: publicHolidays ?? null, provisional },
      { kind: 'log', clock: clock.id, entries: clock.log.length },
    ],
  }
}

type Piece = Omit<ClockSegment, 'seconds' | 'running'>

/** A stretch of the log, cut at every opening, closing and date that matters to the clock's basis. */
function piecesOf(clock: Clock, calendar: Calendar, stretch: Stretch, now: Instant): Piece[] {
  const from = epochMilliseconds(stretch.from)
  const to = Math.min(epochMilliseconds(stretch.to ?? now), epochMilliseconds(now))
  const pieces = dayPieces(calendar, from, to).map(piece =>
    clock.basis === 'elapsed' ? { ...piece, state: 'open' as const } : piece,
  )
  let begun = false
  return pieces.map(piece => {
    const running = stretch.state === 'running'
    const starts = piece.state === 'open' && running && !begun
    begun ||= starts
    return { ...spanOf(piece), ...stateOf(clock, stretch, piece, starts) }
  })
}

const spanOf = ({ from, to, kind }: DayPiece) => ({
  from: instantOf(from),
  to: instantOf(to),
  dayKind: kind.kind,
  provisional: kind.provisional,
})

function stateOf(clock: Clock, stretch: Stretch, piece: DayPiece, starts: boolean): Pick<Piece, 'kind' | 'reason' | 'params'> {
  const { reason, clause, by } = stretch.entry
  const told = { ...(reason && { reason }), ...(clause && { clause }), ...(by && { by }) }
  const holiday = piece.kind.name && { en: piece.kind.name.en, zh: piece.kind.name.zh }
  if (piece.state === 'holiday') return { kind: 'holiday', reason: 'holiday', params: { ...holiday } }
  if (piece.state !== 'open') return { kind: 'outside', reason: piece.state, params: {} }
  if (stretch.state === 'paused') return { kind: 'paused', reason: 'waiting', params: { ...told } }
  if (stretch.struck) {
    const { by: struckBy = null, reason: struckFor = null } = stretch.struck
    return { kind: 'counted', reason: 'pause-struck', params: { ...told, struckBy, struckFor } }
  }
  const begins = {
    start: clock.joinedAtClosing ? 'joined-at-closing' : 'requested',
    reopen: 'reopened',
    resume: 'resumed',
  } as const
  const verb = stretch.entry.do
  const on = piece.kind.kind === 'make-up' ? { ...holiday } : {}
  if (starts && (verb === 'start' || verb === 'reopen' || verb === 'resume') && epochMilliseconds(stretch.from) === piece.from)
    return { kind: 'counted', reason: begins[verb], params: { ...on, ...told } }
  return { kind: 'counted', reason: clock.basis === 'working' ? 'working-time' : 'elapsed-time', params: on }
}

/** One interval where nothing changes for the reader: a long holiday, a weekend, a night between two working days. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces.filter(({ from, to }) => from !== to)) {
    const last = result.at(-1)
    const reason = last && last.to === piece.from && joinedReason(last, piece)
    if (last && reason)
      result[result.length - 1] = { ...last, to: piece.to, reason, provisional: last.provisional || piece.provisional }
    else result.push(piece)
  }
  return result
}

function joinedReason(a: Piece, b: Piece): Piece['reason'] | undefined {
  if (a.kind !== b.kind) return undefined
  if ((a.reason === 'after-closing' || a.reason === 'night') && b.reason === 'before-opening') return 'night'
  if (a.kind === 'counted' && b.reason === 'elapsed-time') return a.reason
  const sameDay = a.dayKind === b.dayKind || a.kind === 'paused'
  return a.reason === b.reason && sameDay && JSON.stringify(a.params) === JSON.stringify(b.params) ? a.reason : undefined
}

function withTotals(pieces: readonly Piece[]): ClockSegment[] {
  let running = 0
  return pieces.map(piece => {
    const seconds = (epochMilliseconds(piece.to) - epochMilliseconds(piece.from)) / 1000
    if (piece.kind === 'counted') running += seconds
    return { ...piece, seconds, running }
  })
}
