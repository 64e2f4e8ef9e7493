import { localDay, startOfNextDay } from './local-day.ts'

export type BandKind = 'counted' | 'paused' | 'holiday' | 'outside'

/** One interval of a clock's life, half-open instants. `makeUp`: counted because the day is worked in exchange (调休). */
export type BandInterval = { from: string; to: string; kind: BandKind; makeUp?: boolean; name?: string }

export type Segment = {
  from: number
  to: number
  kind: BandKind
  minutes: number /** Share of its block's width. */
  width: number
}
type Tick = { at: number /** Position in the block, 0–1. */; position: number }

/** One day, or several in a row on which nothing is counted. */
export type Block = {
  firstDay: string
  lastDay: string
  makeUp: boolean
  kind: 'day' | 'holiday' | 'outside'
  name?: string
  segments: Segment[]
  ticks: Tick[]
  /** Relative width. */
  weight: number
}

const minute = 60_000
/** Nights are shortened to this many minutes of width, whole free days to `freeWeight`. */
const nightWeight = 75
const freeWeight = 210

type Piece = { from: number; to: number; kind: BandKind; makeUp: boolean; name: string | undefined; day: string }

/** The intervals as blocks of days in the contract's zone: the counted drawn to scale, the rest shortened. */
export function blocksOf(intervals: readonly BandInterval[], zone: string): Block[] {
  const pieces = intervals.flatMap(interval => split(interval, zone))
  const days = new Map<string, Piece[]>()
  for (const piece of pieces) days.set(piece.day, [...(days.get(piece.day) ?? []), piece])
  const blocks: Block[] = []
  for (const [day, own] of days) {
    const free = own.every(piece => piece.kind === 'holiday' || piece.kind === 'outside')
    const kind = free ? (own.some(piece => piece.kind === 'holiday') ? 'holiday' : 'outside') : 'day'
    const last = blocks.at(-1)
    if (kind !== 'day' && last?.kind === kind) {
      last.lastDay = day
      const segment = last.segments[0]
      const end = own.at(-1)
      if (segment && end) {
        segment.to = end.to
        segment.minutes = Math.round((segment.to - segment.from) / minute)
      }
      continue
    }
    blocks.push(blockOf(day, kind, own))
  }
  return blocks
}

function blockOf(day: string, kind: Block['kind'], pieces: readonly Piece[]): Block {
  const name = pieces.find(piece => piece.name !== undefined)?.name
  const makeUp = pieces.some(piece => piece.makeUp)
  const head = { firstDay: day, lastDay: day, makeUp, kind, ...(name && { name }) }
  const first = pieces[0]
  const last = pieces.at(-1)
  if (kind !== 'day' && first && last) {
    const minutes = Math.round((last.to - first.from) / minute)
    const segment: Segment = {
      from: first.from,
      to: last.to,
      kind: kind === 'holiday' ? 'holiday' : 'outside',
      minutes,
      width: 1,
    }
    return { ...head, segments: [segment], ticks: [], weight: freeWeight }
  }
  const weigh = ({ kind: piece, from, to }: Piece): number => {
    const minutes = (to - from) / minute
    return piece === 'counted' || piece === 'paused' ? minutes : Math.min(minutes, nightWeight)
  }
  const weight = pieces.reduce((sum, piece) => sum + weigh(piece), 0)
  const segments = pieces.map<Segment>(piece => ({
    from: piece.from,
    to: piece.to,
    kind: piece.kind,
    minutes: Math.round((piece.to - piece.from) / minute),
    width: weigh(piece) / weight,
  }))
  return { ...head, segments, ticks: ticksOf(segments), weight }
}

/** The hours at which something changes, but not two closer than a tenth of the block. */
function ticksOf(segments: readonly Segment[]): Tick[] {
  const ticks: Tick[] = []
  let position = 0
  for (const segment of segments.slice(0, -1)) {
    position += segment.width
    const last = ticks.at(-1)
    if (!last || position - last.position >= 0.12) ticks.push({ at: segment.to, position })
  }
  return ticks
}

/** Where an instant (ms) stands in a block, 0–1; `undefined` when it is not in it. The end belongs to the last block. */
export function positionIn(block: Block, at: number): number | undefined {
  let position = 0
  for (const { from, to, width } of block.segments) {
    if (at >= from && at <= to) return position + (width * (at - from)) / Math.max(1, to - from)
    position += width
  }
  return undefined
}

/** Minutes by kind: they add up to the wall time of the whole band. */
export function sumsOf(intervals: readonly BandInterval[]): Record<BandKind, number> {
  const sums: Record<BandKind, number> = { counted: 0, paused: 0, holiday: 0, outside: 0 }
  for (const { from, to, kind } of intervals) sums[kind] += (Date.parse(to) - Date.parse(from)) / minute
  return sums
}

function split({ from, to, kind, makeUp, name }: BandInterval, zone: string): Piece[] {
  const pieces: Piece[] = []
  const end = Date.parse(to)
  let at = Date.parse(from)
  while (at < end) {
    const next = Math.min(end, startOfNextDay(at, zone))
    pieces.push({ from: at, to: next, kind, makeUp: makeUp ?? false, name, day: localDay(at, zone) })
    at = next
  }
  return pieces
}
