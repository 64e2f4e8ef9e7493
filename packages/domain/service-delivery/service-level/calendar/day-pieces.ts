import { type Calendar, compileCalendar, type DayKind, type Span } from './compiled-calendar.ts'

/** A part of one local date that is open or shut throughout, in epoch milliseconds, and why it is shut. */
export type DayPiece = {
  from: number
  to: number
  kind: DayKind
  state: 'open' | 'holiday' | 'rest-day' | 'before-opening' | 'between-windows' | 'after-closing'
}

/** Time cut at midnights, openings and closings of the calendar, without gaps, from `start` to `end`. */
export function dayPieces(calendar: Calendar, start: number, end: number): DayPiece[] {
  if (end <= start) return []
  const compiled = compileCalendar(calendar)
  const pieces: DayPiece[] = []
  for (let n = compiled.numberAt(start); compiled.day(n).from < end; n++) {
    const { from, to, kind, spans } = compiled.day(n)
    const inside = [...compiled.day(n - 1).spans, ...spans].flatMap<Span>(([opens, closes]) => {
      const span = [Math.max(opens, from), Math.min(closes, to)] as const
      return span[0] < span[1] ? [span] : []
    })
    const cuts = [from, ...inside.flat(), to]
    for (let i = 0; i + 1 < cuts.length; i++) {
      const piece = [Math.max(cuts[i]!, start), Math.min(cuts[i + 1]!, end)] as const
      if (piece[0] >= piece[1]) continue
      const state = i % 2 === 1 ? 'open' : shut(kind, i === 0, i === cuts.length - 2)
      pieces.push({ from: piece[0], to: piece[1], kind, state })
    }
  }
  return pieces
}

function shut({ kind }: DayKind, first: boolean, last: boolean): DayPiece['state'] {
  if (kind === 'holiday') return 'holiday'
  if (kind === 'weekend') return 'rest-day'
  return first ? 'before-opening' : last ? 'after-closing' : 'between-windows'
}
