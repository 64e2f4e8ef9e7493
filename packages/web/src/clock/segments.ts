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

/** `running` has something still to come: a row "due, if nothing pauses the clock before then". */
export const isLiveState = (state: ClockExplanation['figures']['state']): boolean =>
  state === 'running' || state === 'at-risk' || state === 'outside'
