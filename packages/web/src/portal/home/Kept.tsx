import { addMonths, localDateOf, monthOf } from '@pactdesk/domain/kernel/time'
import { getAttainment } from '@pactdesk/domain/service-desk/routes'
import { useQueries } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { keyOf } from '../../api/query.ts'
import { attainmentExplained } from '../../desk/kept/explanations.ts'
import { formatMonth } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { Figure } from '../../parts/why/Figure.tsx'
import { useNow } from '../../time/use-now.ts'
import { useClientKey } from '../use-client.ts'
import css from './home.module.css'

const monthsShown = 6

/** Did they keep their word? The month's arrivals, else restorations, with why; the months before as bars. */
export function Kept() {
  const { t } = useTranslation('portal')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const client = useClientKey()
  const zone = useProviderZone()
  const first = `${monthOf(localDateOf(new Date(useNow()).toISOString(), zone))}-01`
  const months = Array.from({ length: monthsShown }, (_, at) => monthOf(addMonths(first, at + 1 - monthsShown)))
  const answers = useQueries({
    queries: months.map(month => ({
      queryKey: keyOf(getAttainment, { params: { client }, query: { month } }),
      queryFn: () => api.call(getAttainment, { params: { client }, query: { month } }),
      staleTime: 60_000,
    })),
  })
  const last = answers.at(-1)
  if (last?.error)
    return (
      <section className={css.card}>
        <h2>{t('kept.title')}</h2>
        <ErrorPanel title={t('kept.failed')} error={last.error} onRetry={() => void last.refetch()} />
      </section>
    )
  const told = answers.map(answer => answer.data?.value.promises ?? [])
  // One promise for the whole row of bars: arrivals where any were clocked, else restorations.
  const shown = (['arrival', 'restore', 'respond'] as const).find(promise =>
    told.some(list => list.some(one => one.promise === promise && one.percent !== null)),
  )
  const series = told.map(list => list.find(one => one.promise === shown))
  const now = series.at(-1)
  const percent = (text: string): string => (language === 'en' ? `${text} %` : `${text}%`)
  return (
    <section className={css.card}>
      <h2>{t('kept.title')}</h2>
      {!last?.data ? (
        <Skeletons shape="lines" count={3} />
      ) : (
        <div className={css.kept}>
          <div>
            {now && now.percent !== null ? (
              <>
                <p className={css.percent}>
                  <Figure id="portal.kept" explanation={attainmentExplained(now, zone, '/portal/requests')}>
                    {percent(now.percent)}
                  </Figure>
                </p>
                <p className={css.quiet}>
                  {t('kept.of', { promise: part(`promise.name.${now.promise}`), met: now.met, clocked: now.clocked })}
                </p>
              </>
            ) : (
              <p className={css.quiet}>{t('kept.none')}</p>
            )}
          </div>
          {shown && (
            <ol className={css.bars} aria-label={t('kept.months')}>
              {series.map((one, at) => {
                const share = one?.percent ? Number(one.percent) : undefined
                const month = months[at] ?? ''
                return (
                  <li
                    key={month}
                    title={`${formatMonth(month, language)} ${one?.percent ? percent(one.percent) : t('kept.nothing')}`}
                  >
                    <span
                      data-low={share !== undefined && share < 100 ? true : undefined}
                      data-now={at === series.length - 1 || undefined}
                      style={{ height: `${share === undefined ? 4 : Math.max(6, share)}%` }}
                    />
                    <small>{Number(month.slice(5))}</small>
                  </li>
                )
              })}
            </ol>
          )}
        </div>
      )}
    </section>
  )
}
