import { useMediaQuery } from '@mantine/hooks'
import type { ClockExplanation } from '@pactdesk/domain/service-delivery/service-level/explain'
import { IconFlag } from '@tabler/icons-react'
import { formatDateTime, formatTime } from '../format/date.ts'
import { viewerZone, zoneName } from '../format/zone.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { Tag } from '../parts/marks/Tag.tsx'
import css from './clock.module.css'
import { IntervalList } from './IntervalList.tsx'
import { Reason, State } from './interval-cells.tsx'
import { isLiveState } from './segments.ts'
import { formatSpan } from './span.ts'

/** Each interval with both zones, its reason and the running total; the last row is the deadline or the end. */
export function Intervals(props: { explanation: ClockExplanation; zone: string }) {
  const phone = useMediaQuery('(max-width: 767px)', window.innerWidth < 768)
  return phone ? <IntervalList {...props} /> : <IntervalTable {...props} />
}

function IntervalTable({ explanation, zone }: { explanation: ClockExplanation; zone: string }) {
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
