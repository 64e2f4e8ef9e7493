import { Button } from '@mantine/core'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import { listClientVisits } from '@pactdesk/domain/outsourcing/field-service/routes'
import { useEffect, useState } from 'react'
import { useApiQuery } from '../../api/query.ts'
import { formatDate } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { useNow } from '../../time/use-now.ts'
import css from '../request/request.module.css'
import { useClientKey } from '../use-client.ts'
import { pastStretch } from '../visit/months.ts'
import { VisitList } from '../visit/VisitList.tsx'

/** Who comes when, and every visit there was: the coming ones first, the past by half years, the latest on top. */
export default function Visits() {
  const { t } = useTranslation('portal-visits')
  const client = useClientKey()
  const zone = useProviderZone()
  const today = localDateOf(new Date(useNow()).toISOString(), zone)
  const [stretches, setStretches] = useState(1)
  const coming = useApiQuery(listClientVisits, { params: { client }, query: { from: today, limit: 200 } }, { live: true })
  useEffect(() => {
    document.title = `${t('title')} · Pactdesk`
  }, [t])
  return (
    <>
      <div className={css.bar}>
        <h1>{t('title')}</h1>
      </div>
      <section className={css.stretch}>
        <h2>{t('coming')}</h2>
        <Region query={coming} failed={t('failed')} count={3}>
          {({ value }) =>
            value.items.length === 0 ? (
              <EmptyState kind="well" title={t('none')}>
                {t('noneText')}
              </EmptyState>
            ) : (
              <div className={css.list}>
                <VisitList label={t('coming')} visits={value.items} />
              </div>
            )
          }
        </Region>
      </section>
      <section className={css.stretch}>
        <h2>{t('past')}</h2>
        {Array.from({ length: stretches }, (_, n) => (
          <Past key={n} today={today} n={n} />
        ))}
        <div className={css.actions}>
          <Button onClick={() => setStretches(stretches + 1)}>{t('earlier')}</Button>
        </div>
      </section>
    </>
  )
}

function Past({ today, n }: { today: string; n: number }) {
  const { t } = useTranslation('portal-visits')
  const language = useLanguage()
  const client = useClientKey()
  const { from, to } = pastStretch(today, n)
  const answer = useApiQuery(listClientVisits, { params: { client }, query: { from, to, limit: 200 } })
  const plain = (date: string): string => formatDate(date, language, 'plain')
  return (
    <Region query={answer} failed={t('failed')} count={3}>
      {({ value }) =>
        value.items.length === 0 ? (
          <p className={css.quiet}>{t('nonePast', { from: plain(from), to: plain(to) })}</p>
        ) : (
          <div className={css.list}>
            <VisitList label={`${plain(from)} – ${plain(to)}`} visits={value.items.toReversed()} />
          </div>
        )
      }
    </Region>
  )
}
