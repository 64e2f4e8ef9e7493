import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { IconCheck, IconClock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatTime, formatTimeRange } from '../../format/date.ts'
import { formatMinutes } from '../../format/duration.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Figure } from '../../parts/why/Figure.tsx'
import { earlyExplanation } from './early-explanation.ts'
import css from './visit.module.css'

/** Early, within or late against the agreed window, with why; before the arrival, how long is left. */
export function Appointment({ visit, now }: { visit: VisitView; now: number }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const { window, arrival, zone, status } = visit
  if (!window && !arrival) return null
  const minutes = (from: number, to: string): number => Math.floor((Date.parse(to) - from) / 60_000)
  const time = (value: number): string => formatMinutes(Math.abs(value), language)
  const start = window && formatTime(window.from, zone, language)
  const say = (): { late: boolean; words: string } | undefined => {
    if (arrival && !window) return { late: false, words: t('arrival.noWindow', { at: formatTime(arrival.at, zone, language) }) }
    if (!window) return undefined
    if (!arrival) {
      if (status !== 'scheduled' && status !== 'travelling') return undefined
      const left = minutes(now, window.from)
      if (left >= 0) return { late: false, words: t('arrival.until', { at: start ?? '', time: time(left) }) }
      const over = minutes(now, window.to)
      return over < 0 ? { late: true, words: t('arrival.overdue', { time: time(over) }) } : undefined
    }
    const early = arrival.earlyMinutes ?? 0
    if (early > 0) return { late: false, words: t('arrival.early', { at: start ?? '', time: time(early) }) }
    if (early === 0) return { late: false, words: t('arrival.onTime', { at: start ?? '' }) }
    const over = minutes(Date.parse(arrival.at), window.to)
    return over < 0
      ? { late: true, words: t('arrival.late', { time: time(over) }) }
      : { late: false, words: t('arrival.within', { window: formatTimeRange(window.from, window.to, zone, language) }) }
  }
  const said = say()
  if (!said) return null
  const Shape = said.late ? IconClock : IconCheck
  const explanation = earlyExplanation(visit, new Date(now).toISOString())
  const figure: ReactNode = explanation ? (
    <Figure id={`early.${visit.id}`} explanation={explanation}>
      {said.words}
    </Figure>
  ) : (
    <span>{said.words}</span>
  )
  return (
    <div className={`${css.appointment} ${said.late ? css.late : ''}`}>
      <Shape size={18} stroke={2} aria-hidden />
      {figure}
      {arrival && (
        <small>
          {t(`arrival.by.${arrival.how}`)}
          {arrival.position && ` · ${t('arrival.accuracy', { metres: Math.round(arrival.position.accuracyMetres) })}`}
          {arrival.place && ` · ${arrival.place}`}
          {arrival.reason && ` · ${arrival.reason}`}
        </small>
      )}
    </div>
  )
}
