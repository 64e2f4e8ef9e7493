import { getAttainment, getAvailability } from '@pactdesk/domain/service-desk/routes'
import { useApiQuery } from '../../api/query.ts'
import { formatMonth } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Region } from '../../parts/states/Region.tsx'
import { Figure } from '../../parts/why/Figure.tsx'
import { attainmentExplained, availabilityExplained } from './explanations.ts'
import css from './kept.module.css'

type Props = { client: string; month: string; zone: string /** Where a ticket opens. */; tickets: string }

/** Promises kept and availability of one client in one month; every figure says why. No figure where nothing was clocked. */
export function KeptFigures({ client, month, zone, tickets }: Props) {
  const { t } = useTranslation('desk')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const asked = { params: { client }, query: { month } }
  const attainment = useApiQuery(getAttainment, asked, { keep: true })
  const availability = useApiQuery(getAvailability, asked, { keep: true })
  const percent = (text: string): string => (language === 'en' ? `${text} %` : `${text}%`)
  return (
    <div className={css.cards}>
      <Region query={attainment} failed={t('kept.failed')} shape="lines">
        {({ value }) =>
          value.promises.map(one => (
            <section className={css.card} key={one.promise}>
              <h3>{part(`promise.name.${one.promise}`)}</h3>
              {one.percent === null ? (
                <p className={css.none}>{t('kept.none', { month: formatMonth(month, language) })}</p>
              ) : (
                <>
                  <p className={css.figure}>
                    <Figure id={`kept.${one.promise}`} explanation={attainmentExplained(one, zone, tickets)}>
                      {percent(one.percent)}
                    </Figure>
                  </p>
                  <p className={css.note}>{t('kept.of', { met: one.met, clocked: one.clocked })}</p>
                </>
              )}
              {one.disputed.length > 0 && <p className={css.note}>{t('kept.disputed', { count: one.disputed.length })}</p>}
            </section>
          ))
        }
      </Region>
      <Region query={availability} failed={t('kept.failedAvailability')} shape="lines">
        {({ value }) => (
          <section className={css.card}>
            <h3>{t('kept.availability')}</h3>
            {!value || value.percent === null ? (
              <p className={css.none}>{t('kept.noService', { month: formatMonth(month, language) })}</p>
            ) : (
              <>
                <p className={css.figure}>
                  <Figure id="kept.availability" explanation={availabilityExplained(value, zone, tickets)}>
                    {percent(value.percent)}
                  </Figure>
                </p>
                <p className={css.note}>{t('kept.outages', { count: value.outages.length })}</p>
              </>
            )}
          </section>
        )}
      </Region>
    </div>
  )
}
