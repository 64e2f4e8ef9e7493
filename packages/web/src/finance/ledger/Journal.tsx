import type { JournalEntryView } from '@pactdesk/domain/service-delivery/financial/routes'
import { Link } from '@tanstack/react-router'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateText } from '../../parts/text/Text.tsx'
import card from '../parts/finance.module.css'
import { useClients } from '../parts/use-finance.ts'
import css from './ledger.module.css'
import { accountName, balanced, memoOf, sidesOf, sourcePlace } from './ledger.ts'

/** The entries of a month, each with its postings on two sides. */
export function Journal({ entries }: { entries: readonly JournalEntryView[] }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const { nameOf } = useClients()
  return (
    <section className={card.card}>
      <header className={card.cardHead}>
        <h2>{t('ledger.entries', { count: entries.length })}</h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={card.scroll} tabIndex={0} aria-label={t('ledger.title')}>
        <table className={card.table}>
          <thead>
            <tr>
              <th scope="col">{t('date')}</th>
              <th scope="col">{t('ledger.memo')}</th>
              <th scope="col">{t('ledger.account')}</th>
              <th scope="col" className={card.num}>
                {t('ledger.debit')}
              </th>
              <th scope="col" className={card.num}>
                {t('ledger.credit')}
              </th>
            </tr>
          </thead>
          {entries.map(entry => {
            const money = (minor: number | undefined): string =>
              minor === undefined ? '' : formatMoney({ currency: entry.currency, minor }, language)
            return (
              <tbody key={entry.id}>
                {entry.postings.map((posting, at) => {
                  const { debit, credit } = sidesOf(posting)
                  return (
                    <tr key={`${entry.id}${posting.account}${posting.minor}`}>
                      {at === 0 && (
                        <>
                          <th scope="rowgroup" rowSpan={entry.postings.length} style={{ verticalAlign: 'top', paddingTop: 6 }}>
                            <DateText date={entry.date} style="short" />
                          </th>
                          <td rowSpan={entry.postings.length} style={{ verticalAlign: 'top', paddingTop: 6 }}>
                            {inLanguage(memoOf(entry.memo), language)} <Source entry={entry} />
                            <br />
                            <span className={card.note}>{nameOf(entry.client).name}</span>
                            {!balanced(entry) && <span className={card.bad}> {entry.id}</span>}
                          </td>
                        </>
                      )}
                      <td>{inLanguage(accountName(posting.account), language)}</td>
                      <td className={card.num}>{money(debit)}</td>
                      <td className={card.num}>{money(credit)}</td>
                    </tr>
                  )
                })}
              </tbody>
            )
          })}
        </table>
      </section>
    </section>
  )
}

/** What the entry records, to be opened: the bill, or the money of the contract. */
function Source({ entry }: { entry: JournalEntryView }) {
  const { label } = entry.source
  if (!label) return null
  return (
    <Link className={css.source} {...(sourcePlace(entry) as { to: string })}>
      {label}
    </Link>
  )
}
