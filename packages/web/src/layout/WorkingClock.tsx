import { IconBeach, IconCalendarQuestion, IconCalendarStar } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLostSince } from '../api/connection.ts'
import { formatDay, formatTime } from '../format/date.ts'
import { inLanguage } from '../format/language.ts'
import { viewerZone, zoneName } from '../format/zone.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { localDay } from '../parts/band/local-day.ts'
import { Tag } from '../parts/marks/Tag.tsx'
import { useNow } from '../time/use-now.ts'
import css from './layout.module.css'
import { type UnusualDay, unusualDay } from './working-day.ts'

/** Server time in the zone that counts, the viewer's own in grey where it differs, a chip on unusual days. */
export function WorkingClock({ zone }: { zone: string }) {
  const { t } = useTranslation('layout')
  const language = useLanguage()
  const now = useNow()
  const lost = useLostSince()
  const at = new Date(now).toISOString()
  const own = viewerZone()
  const day = useQuery({
    queryKey: ['unusual-day', zone, localDay(now, zone)],
    queryFn: async () => (await unusualDay(now, zone)) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <section className={css.clock} aria-label={t('clock.label')}>
      {day.data && <DayChip day={day.data} />}
      <span className={css.clockZone}>
        {zoneName(zone, language)} <span className={css.wide}>{formatDay(at, zone, language, 'day')} </span>
        {lost === undefined ? formatTime(at, zone, language) : t('connection.asOf', { time: formatTime(at, zone, language) })}
      </span>
      {own !== zone && (
        <span className={css.clockOwn}>
          {zoneName(own, language)} {formatTime(at, own, language)}
        </span>
      )}
    </section>
  )
}

const icons = { 'make-up': IconCalendarStar, holiday: IconBeach, 'day-off': IconBeach, provisional: IconCalendarQuestion }

function DayChip({ day }: { day: UnusualDay }) {
  const { t } = useTranslation('layout')
  const language = useLanguage()
  const words = {
    'make-up': () => t('clock.makeUp'),
    holiday: () => t('clock.holiday', { name: day.name ? inLanguage(day.name, language) : '' }),
    'day-off': () => t('clock.dayOff'),
    provisional: () => t('clock.provisional'),
  }[day.kind]
  return (
    <Tag tone={day.kind === 'make-up' || day.kind === 'provisional' ? 'warn' : 'quiet'} icon={icons[day.kind]}>
      {words()}
    </Tag>
  )
}
