import type { ClockExplanation } from '@pactdesk/domain/service-delivery/service-level/explain'
import type { Language } from '../format/language.ts'
import type { BandInterval } from '../parts/band/band.ts'

type Segment = ClockExplanation['segments'][number]

/** The name of a holiday, in the language of the reader. */
export const holidayOf = ({ params }: Segment, language: Language): string | undefined => {
  const name = language === 'en' ? params.en : params.zh
  return typeof name === 'string' ? name : undefined
}

/** The explanation's intervals as the band draws them; with what is still to come until the deadline. */
export const bandOf = ({ segments }: ClockExplanation, language: Language): BandInterval[] =>
  segments.map(segment => {
    const name = holidayOf(segment, language)
    return {
      from: segment.from,
      to: segment.to,
      kind: segment.kind,
      ...(segment.dayKind === 'make-up' && segment.kind === 'counted' && { makeUp: true }),
      ...(name && { name }),
    }
  })

/** An interval by itself, or a row of intervals outside service hours behind their sum. */
type Told = { fold: false; segment: Segment } | { fold: true; key: string; seconds: number; segments: Segment[] }

/** Two or more intervals in a row that stand still outside service hours are told as one, until the reader opens them. */
export function foldStill(segments: readonly Segment[], open: ReadonlySet<string>): Told[] {
  const told: Told[] = []
  let still: Segment[] = []
  const flush = (): void => {
    const [first] = still
    if (first && still.length > 1 && !open.has(first.from))
      told.push({ fold: true, key: first.from, seconds: still.reduce((sum, { seconds }) => sum + seconds, 0), segments: still })
    else told.push(...still.map(segment => ({ fold: false as const, segment })))
    still = []
  }
  for (const segment of segments) {
    if (segment.kind === 'outside' || segment.kind === 'holiday') still.push(segment)
    else {
      flush()
      told.push({ fold: false, segment })
    }
  }
  flush()
  return told
}

/** `running` has something still to come: a row "due, if nothing pauses the clock before then". */
export const isLiveState = (state: ClockExplanation['figures']['state']): boolean =>
  state === 'running' || state === 'at-risk' || state === 'outside'
