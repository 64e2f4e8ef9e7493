import { minutesBetween } from '@pactdesk/domain/outsourcing/field-service/decide/facts'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { IconCar, IconDoorExit, IconMapPinFilled } from '@tabler/icons-react'
import { formatTime } from '../../format/date.ts'
import { formatMinutes } from '../../format/duration.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useNow } from '../../time/use-now.ts'
import { Appointment } from './Appointment.tsx'
import { ArrivalPromises } from './ArrivalPromises.tsx'
import css from './visit.module.css'

/** Set off, arrived, left, with the time between; below it the arrival against the agreed window and the promise. */
export function Journey({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const now = useNow()
  const { travel, arrival, finishedAt, zone } = visit
  const at = (instant: string | undefined): string => (instant ? formatTime(instant, zone, language) : '—')
  const until = finishedAt ?? new Date(now).toISOString()
  const onSite = arrival && Math.max(0, minutesBetween(arrival.at, until))
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
      <ArrivalPromises visit={visit} />
    </>
  )
}
