import { getRecognition } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { useApiQuery } from '../../api/query.ts'
import { explained } from '../../explain/explain.ts'
import { formatMonth } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Region } from '../../parts/states/Region.tsx'
import { DateText } from '../../parts/text/Text.tsx'
import { Figure } from '../../parts/why/Figure.tsx'
import card from '../parts/finance.module.css'
import { cumulative } from './recognition.ts'

type Props = { client: string; contract: string; currency: string; asOf: { instant: string; zone: string } }

/** Clause 1(3): the prepaid fee becomes revenue by day; what is posted, what the coming months will post, what is left. */
export function Recognition({ client, contract, currency, asOf }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const query = useApiQuery(getRecognition, { params: { client, contract } })
  const money = (minor: number): string => formatMoney({ currency, minor }, language)
  return (
    <Region query={query} failed={t('contracts.recognitionFailed')} count={8}>
      {({ value }) => (
        <section className={card.card}>
          <dl className={`${card.figures} ${card.pad}`}>
            <div>
              <dt>{t('contracts.net')}</dt>
              <dd>{money(value.netMinor)}</dd>
            </div>
            <div>
              <dt>{t('contracts.recognised')}</dt>
              <dd>{money(value.recognisedMinor)}</dd>
            </div>
            {value.takenBackMinor !== 0 && (
              <div>
                <dt>{t('contracts.takenBack')}</dt>
                <dd>{money(-value.takenBackMinor)}</dd>
              </div>
            )}
            <div>
              <dt>{t('contracts.liability')}</dt>
              <dd>{money(value.liabilityMinor)}</dd>
            </div>
          </dl>
          <table className={card.table}>
            <thead>
              <tr>
                <th scope="col">{t('month')}</th>
                <th scope="col" className={card.num}>
                  {t('contracts.days')}
                </th>
                <th scope="col" className={card.num}>
                  {t('contracts.revenue')}
                </th>
                <th scope="col" className={card.num}>
                  {t('contracts.cumulative')}
                </th>
                <th scope="col">{t('contracts.posted')}</th>
              </tr>
            </thead>
            <tbody>
              {cumulative(value.months).map(
                ({ month, days, recognisedMinor, totalMinor, postedOn, beforeMinor, explanation }) => (
                  <tr key={month} style={postedOn || beforeMinor ? undefined : { color: 'var(--text-3)' }}>
                    <th scope="row">{formatMonth(month, language)}</th>
                    <td className={card.num}>{days}</td>
                    <td className={card.num}>
                      {explanation ? (
                        <Figure id={`recognition-${month}`} explanation={explained(explanation, { currency, asOf })}>
                          {money(recognisedMinor)}
                        </Figure>
                      ) : (
                        money(recognisedMinor)
                      )}
                    </td>
                    <td className={card.num}>{money(totalMinor)}</td>
                    <td>
                      {postedOn ? (
                        <DateText date={postedOn} style="plain" />
                      ) : beforeMinor === recognisedMinor ? (
                        ''
                      ) : (
                        t('contracts.pending')
                      )}
                      {beforeMinor !== undefined && (
                        <span className={card.quiet}>
                          {beforeMinor === recognisedMinor
                            ? t('contracts.before')
                            : ` · ${t('contracts.beforePart', { amount: money(beforeMinor) })}`}
                        </span>
                      )}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
          <p className={`${card.pad} ${card.note}`}>{t('contracts.termDays', { days: value.termDays })}</p>
        </section>
      )}
    </Region>
  )
}
