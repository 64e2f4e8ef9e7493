import type { ClockExplanation } from '@pactdesk/domain/service-delivery/service-level/explain'
import { IconBeach, IconCalendarStar, IconCheck, IconFlag, IconMoon, IconPlayerPauseFilled } from '@tabler/icons-react'
import { formatDateTime, formatTime } from '../format/date.ts'
import { viewerZone, zoneName } from '../format/zone.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { ClauseTag } from '../parts/marks/ClauseTag.tsx'
import { Tag, type Tone } from '../parts/marks/Tag.tsx'
import css from './clock.module.css'
import { holidayOf, isLiveState } from './segments.ts'
import { formatSpan } from './span.ts'

type Segment = ClockExplanation['segments'][number]
const marks: Record<Segment['kind'], { tone: Tone; icon: typeof IconCheck }> = {
  counted: { tone: 'accent', icon: IconCheck },
  paused: { tone: 'warn', icon: IconPlayerPauseFilled },
  holiday: { tone: 'quiet', icon: IconBeach },
  outside: { tone: 'quiet', icon: IconMoon },
}

/** Each interval with both zones, its reason and the running total; the last row is the deadline or the end. */
export function Intervals({ explanation, zone }: { explanation: ClockExplanation; zone: string }) {
  const { t } = useTranslation('clock')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const own = viewerZone()
  const { segments, deadline, figures } = explanation
  const target = figures.consumedSeconds + figures.remainingSeconds
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={css.scroll} aria-label={t('intervals')} tabIndex={0}>
      <table className={css.intervals}>
        <thead>
          <tr>
            <th scope="col">{t('column.from', { zone: zoneName(zone, language) })}</th>
            {own !== zone && <th scope="col">{zoneName(own, language)}</th>}
            <th scope="col" className={css.right}>
              {t('column.length')}
            </th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">{t('column.reason')}</th>
            <th scope="col" className={css.right}>
              {t('column.counted')}
            </th>
          </tr>
        </thead>
        <tbody>
          {segments.map(segment => (
            <tr key={segment.from} data-kind={segment.kind}>
              <td>{formatDateTime(segment.from, zone, language)}</td>
              {own !== zone && <td className={css.own}>{formatTime(segment.from, own, language)}</td>}
              <td className={css.right}>{formatSpan(segment.seconds, language, segment.kind === 'holiday')}</td>
              <td>
                <State segment={segment} />
              </td>
              <td>
                <Reason segment={segment} />
              </td>
              <td className={css.right}>{formatSpan(segment.running, language)}</td>
            </tr>
          ))}
          {deadline && isLiveState(figures.state) && (
            <tr data-kind="due">
              <td>{formatDateTime(deadline, zone, language)}</td>
              {own !== zone && <td className={css.own}>{formatTime(deadline, own, language)}</td>}
              <td />
              <td>
                <Tag tone="warn" icon={IconFlag}>
                  {part('band.due')}
                </Tag>
              </td>
              <td>{t('dueUnlessPaused')}</td>
              <td className={css.right}>{formatSpan(target, language)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}

function State({ segment }: { segment: Segment }) {
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
function Reason({ segment }: { segment: Segment }) {
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
