import type { ClockExplanation } from '@pactdesk/domain/service-delivery/service-level/explain'
import { IconBeach, IconCalendarStar, IconCheck, IconMoon, IconPlayerPauseFilled } from '@tabler/icons-react'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { ClauseTag } from '../parts/marks/ClauseTag.tsx'
import { Tag, type Tone } from '../parts/marks/Tag.tsx'
import { holidayOf } from './segments.ts'

export type Segment = ClockExplanation['segments'][number]
const marks: Record<Segment['kind'], { tone: Tone; icon: typeof IconCheck }> = {
  counted: { tone: 'accent', icon: IconCheck },
  paused: { tone: 'warn', icon: IconPlayerPauseFilled },
  holiday: { tone: 'quiet', icon: IconBeach },
  outside: { tone: 'quiet', icon: IconMoon },
}

/** What the clock did in an interval, by shape and word. */
export function State({ segment }: { segment: Segment }) {
  const { t: part } = useTranslation('parts')
  const makeUp = segment.kind === 'counted' && segment.dayKind === 'make-up'
  const { tone, icon } = marks[segment.kind]
  return (
    <Tag tone={tone} icon={makeUp ? IconCalendarStar : icon}>
      {part(makeUp ? 'band.make-up' : `band.${segment.kind}`)}
    </Tag>
  )
}

/** `clock.reason.<reason>`, with what was written when it happened and the clause that allows it. */
export function Reason({ segment }: { segment: Segment }) {
  const { t } = useTranslation('clock')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const { params } = segment
  const makeUp = segment.kind === 'counted' && segment.dayKind === 'make-up'
  const name = holidayOf(segment, language) ?? ''
  const { reason, by, clause, struckBy, struckFor } = params
  const whom =
    reason === 'client' || reason === 'part' || reason === 'supplier' ? part(`waitsFor.${reason}`) : String(reason ?? '')
  return (
    <>
      {t(`reason.${segment.reason}`, {
        name,
        whom,
        by: String(by ?? ''),
        struckBy: String(struckBy ?? ''),
        struckFor: String(struckFor ?? ''),
      })}
      {makeUp && `${t('joint')}${t('makeUpFor', { name })}`}
      {segment.provisional && `${t('joint')}${t('provisionalDay')}`}
      {typeof clause === 'string' && (
        <>
          {' '}
          <ClauseTag clause={clause} />
        </>
      )}
    </>
  )
}
