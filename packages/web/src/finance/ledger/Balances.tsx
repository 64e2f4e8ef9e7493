import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import type { getBalances } from '@pactdesk/domain/service-delivery/financial/routes'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { formatDate } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import card from '../parts/finance.module.css'
import { accountName, inChartOrder, sidesOf } from './ledger.ts'

/** Balances derived from all entries up to a day, a table per currency; each sums to zero. */
export function Balances({ held }: { held: ResponseOf<typeof getBalances> }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  return (
    <div className={card.stack}>
      {held.currencies.map(({ currency, balances, sum }) => {
        const money = (minor: number | undefined): string =>
          minor === undefined ? '' : formatMoney({ currency, minor }, language)
        const Mark = sum === 0 ? IconCircleCheck : IconAlertTriangle
        return (
          <section className={card.card} key={currency}>
            <header className={card.cardHead}>
              <h2 className={card.grow}>{t('ledger.balances', { date: formatDate(held.asOf, language, 'plain') })}</h2>
              <span className={card.count}>{currency}</span>
            </header>
            <table className={card.table}>
              <thead>
                <tr>
                  <th scope="col">{t('ledger.account')}</th>
                  <th scope="col" className={card.num}>
                    {t('ledger.debit')}
                  </th>
                  <th scope="col" className={card.num}>
                    {t('ledger.credit')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {inChartOrder(balances).map(({ account, minor }) => {
                  const { debit, credit } = sidesOf({ account, minor })
                  return (
                    <tr key={account}>
                      <th scope="row">{inLanguage(accountName(account), language)}</th>
                      <td className={card.num}>{money(debit)}</td>
                      <td className={card.num}>{money(credit)}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
            <p className={`${card.pad} ${sum === 0 ? card.good : card.bad}`} style={{ borderTop: '1px solid var(--line)' }}>
              <Mark size={15} stroke={1.8} aria-hidden style={{ verticalAlign: -2, marginRight: 6 }} />
              {sum === 0 ? t('ledger.zero', { count: held.entries, sum: money(0) }) : t('ledger.notZero', { sum: money(sum) })}
            </p>
          </section>
        )
      })}
    </div>
  )
}
