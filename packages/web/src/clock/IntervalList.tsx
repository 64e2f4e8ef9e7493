import type { ClockExplanation } from '@pactdesk/domain/service-delivery/service-level/explain'
import { IconFlag } from '@tabler/icons-react'
import { useState } from 'react'
import { formatDateTime, formatTime } from '../format/date.ts'
import { viewerZone } from '../format/zone.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { Tag } from '../parts/marks/Tag.tsx'
import css from './clock.module.css'
import { Reason, type Segment, State } from './interval-cells.tsx'
import { foldStill, isLiveState } from './segments.ts'
import { formatSpan } from './span.ts'

/**
 * The intervals on a phone: two lines each, what stood still outside service hours folded behind its sum, so that what counted
 * and what was paused is read without scrolling past every night.
 */
export function IntervalList({ explanation, zone }: { explanation: ClockExplanation; zone: string }) {
  const { t } = useTranslation('clock')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const { segments, deadline, figures } = explanation
  return (
    <ol className={css.list} aria-label={t('intervals')}>
      {foldStill(segments, open).map(told =>
        told.fold ? (
          <li key={told.key} className={css.fold}>
            <button type="button" onClick={() => setOpen(new Set([...open, told.key]))}>
              {t('folded', { count: told.segments.length, time: formatSpan(told.seconds, language, true) })}
            </button>
          </li>
        ) : (
          <Interval key={told.segment.from} segment={told.segment} zone={zone} />
        ),
      )}
      {deadline && isLiveState(figures.state) && (
        <li data-kind="due">
          <p>
            <Tag tone="warn" icon={IconFlag}>
              {part('band.due')}
            </Tag>
            <b>{formatSpan(figures.consumedSeconds + figures.remainingSeconds, language)}</b>
          </p>
          <p>
            {formatDateTime(deadline, zone, language)} · {t('dueUnlessPaused')}
          </p>
        </li>
      )}
    </ol>
  )
}

function Interval({ segment, zone }: { segment: Segment; zone: string }) {
  const { t } = useTranslation('clock')
  const language = useLanguage()
  const own = viewerZone()
  return (
    <li data-kind={segment.kind}>
      <p>
        <State segment={segment} />
        <span>{formatSpan(segment.seconds, language, segment.kind === 'holiday')}</span>
        <b title={t('column.counted')}>{formatSpan(segment.running, language)}</b>
      </p>
      <p>
        {formatDateTime(segment.from, zone, language)}
        {own !== zone && ` (${formatTime(segment.from, own, language)})`} · <Reason segment={segment} />
      </p>
    </li>
  )
}
