import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { listVisits } from '@pactdesk/domain/outsourcing/field-service/routes'
import * as z from 'zod'
import { useApiPages } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { localDay } from '../../parts/band/local-day.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { Choice } from '../../ticket/Choice.tsx'
import { useClients } from '../../ticket/use-places.ts'
import { useNow } from '../../time/use-now.ts'
import { DayCard } from '../week/DayCard.tsx'
import { NextVisit } from '../week/NextVisit.tsx'
import { WeekPicker } from '../week/WeekPicker.tsx'
import css from '../week/week.module.css'
import { byDay, daysOf, isoWeek } from '../week/week.ts'

const Address = z.object({
  week: z
    .string()
    .regex(/^\d{4}-W\d{2}$/)
    .optional(),
  who: z.enum(['me', 'all']).optional(),
})

/** The week's visits by day and technician. A technician on a phone sees the own ones first; others see everyone's. */
export default function Visits() {
  const { t } = useTranslation('visits')
  const [address, change] = useAddress(Address)
  const zone = useProviderZone()
  const today = localDay(useNow(), zone)
  const technician = useHasRole('technician')
  const phone = useMediaQuery('(max-width: 767px)', window.innerWidth < 768)
  const { clientOf } = useClients()
  const current = isoWeek(today)
  const week = address.week ?? current
  const mine = (address.who ?? (technician && phone ? 'me' : 'all')) === 'me'
  const days = daysOf(week)
  const asked = mine ? { technician: 'me', from: days[0], to: days[6], limit: 200 } : { week, limit: 200 }
  const visits = useApiPages(listVisits, { query: asked }, value => value, { live: true })
  return (
    <ConsolePage crumbs={[{ label: t('title') }]}>
      <div className={css.head}>
        <WeekPicker week={week} current={current} onChange={next => change({ week: next === current ? undefined : next })} />
        {technician && (
          <Choice
            label={t('whose')}
            value={mine ? 'me' : 'all'}
            onChange={who => change({ who })}
            options={[
              { value: 'all', label: t('everyone') },
              { value: 'me', label: t('mine') },
            ]}
          />
        )}
      </div>
      {visits.items === undefined ? (
        visits.error ? (
          <ErrorPanel title={t('failed')} error={visits.error} onRetry={() => void visits.refetch()}>
            {t('safe')}
          </ErrorPanel>
        ) : (
          <Skeletons count={8} />
        )
      ) : visits.items.length === 0 ? (
        <EmptyState kind="well" title={t(mine ? 'emptyMine' : 'emptyTitle')}>
          <NextVisit week={week} mine={mine} clientOf={clientOf} />
        </EmptyState>
      ) : (
        <>
          {byDay(visits.items).map(({ date, rows }) => (
            <DayCard key={date} date={date} rows={rows} today={date === today} zone={zone} clientOf={clientOf} />
          ))}
          {visits.hasNextPage && (
            <p className={css.more}>
              <span>{t('more', { count: visits.items.length })}</span>
              <Button loading={visits.isFetchingNextPage} onClick={() => void visits.fetchNextPage()}>
                {t('loadMore')}
              </Button>
            </p>
          )}
        </>
      )}
    </ConsolePage>
  )
}
