import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { getProvider } from '@pactdesk/domain/tenancy/routes'
import { useState } from 'react'
import { useApiQuery } from '../api/query.ts'
import { formatMoney } from '../format/money.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { Region } from '../parts/states/Region.tsx'
import css from './portal-bills.module.css'

/** Where to transfer to, from the provider's card, with what to write into the reference. */
export function Transfer({ bill }: { bill: BillView }) {
  const { t } = useTranslation('portal-bills')
  const language = useLanguage()
  const provider = useApiQuery(getProvider, {})
  const amount = formatMoney({ currency: bill.currency, minor: bill.openMinor ?? 0 }, language)
  return (
    <section className={css.card}>
      <h2>{t('transfer')}</h2>
      <Region query={provider} failed={t('failed')} shape="lines" count={3}>
        {({ value }) =>
          value.card.bank ? (
            <>
              <p className={css.sub}>{t('transferText', { number: bill.number ?? '' })}</p>
              <dl className={css.pairs}>
                <Pair label={t('accountName')} text={value.card.bank.accountName} />
                <Pair label={t('bank')} text={value.card.bank.bank} />
                <Pair label={t('accountNumber')} text={value.card.bank.accountNumber} />
                <Pair label={t('amount')} text={amount} />
                <Pair label={t('reference')} text={bill.number ?? ''} />
              </dl>
            </>
          ) : (
            <p>{t('noBank')}</p>
          )
        }
      </Region>
    </section>
  )
}

function Pair({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation('portal-bills')
  const [copied, setCopied] = useState(false)
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => setCopied(true))
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
      <dd>
        <button type="button" className={css.copy} onClick={copy} aria-label={`${t('copy')} ${label}`}>
          <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
        </button>
      </dd>
    </>
  )
}
