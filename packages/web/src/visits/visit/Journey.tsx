import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { IconCar, IconCheck, IconClock, IconDoorExit, IconMapPinFilled } from '@tabler/icons-react'
import { formatTime, formatTimeRange } from '../../format/date.ts'
import { formatMinutes } from '../../format/duration.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useNow } from '../../time/use-now.ts'
import css from './visit.module.css'

/** Set off, arrived, left, with the time between; below it the arrival against the agreed window. */
export function Journey({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const now = useNow()
  const { travel, arrival, finishedAt, zone } = visit
  const at = (instant: string | undefined): string => (instant ? formatTime(instant, zone, language) : '—')
  const until = finishedAt ? Date.parse(finishedAt) : now
  const onSite = arrival && Math.max(0, Math.floor((until - Date.parse(arrival.at)) / 60_000))
  const steps = [
    { key: 'out', icon: IconCar, word: t('step.out'), at: travel?.from },
    { key: 'arrive', icon: IconMapPinFilled, word: t('step.arrive'), at: arrival?.at },
    { key: 'leave', icon: IconDoorExit, word: t('step.leave'), at: finishedAt },
  ]
  const between = [
    travel?.minutes !== undefined ? formatMinutes(travel.minutes, language) : '',
    onSite !== undefined ? t('step.onSite', { time: formatMinutes(onSite, language) }) : '',
  ]
  return (
    <>
      <ol className={css.journey}>
        {steps.map(({ key, icon: Shape, word, at: instant }, place) => (
          <li key={key} className={instant ? css.reached : ''}>
            <span className={css.dot}>
              <Shape size={16} aria-hidden />
            </span>
            <span>{word}</span>
            <b className="tabular">{at(instant)}</b>
            {place < 2 && <span className={css.between}>{between[place]}</span>}
          </li>
        ))}
      </ol>
      <Appointment visit={visit} now={now} />
    </>
  )
}

/** Early, within or late against the agreed window; before the arrival, how long is left. */
function Appointment({ visit, now }: { visit: VisitView; now: number }) {
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
  return (
    <p className={`${css.appointment} ${said.late ? css.late : ''}`}>
      <Shape size={18} stroke={2} aria-hidden />
      <span>{said.words}</span>
      {arrival && (
        <small>
          {t(`arrival.by.${arrival.how}`)}
          {arrival.position && ` · ${t('arrival.accuracy', { metres: Math.round(arrival.position.accuracyMetres) })}`}
          {arrival.place && ` · ${arrival.place}`}
          {arrival.reason && ` · ${arrival.reason}`}
        </small>
      )}
    </p>
  )
}
