import { Button } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { payBill } from '@pactdesk/domain/outsourcing/billing/routes'
import { IconCreditCard } from '@tabler/icons-react'
import { useApiMutation } from '../api/mutation.ts'
import { useProblemText } from '../api/problem.ts'
import { PdfButton } from '../finance/bill/BillActions.tsx'
import { explainOwed, standingOf } from '../finance/bill/figures.ts'
import { StandingTag } from '../finance/bill/StandingTag.tsx'
import { formatMoney } from '../format/money.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { Figure } from '../parts/why/Figure.tsx'
import css from './portal-bills.module.css'

type Props = {
  bill: BillView
  today: string
  asOf: { instant: string; zone: string }
  /** The reader comes back from the hosted page, where it was paid. */
  returned: boolean
}

/** What is to be paid and how: the hosted page where the provider takes it, the PDF always. */
export function PayCard({ bill, today, asOf, returned }: Props) {
  const { t } = useTranslation('portal-bills')
  const language = useLanguage()
  const problem = useProblemText()
  const pay = useApiMutation(payBill, { onDone: ({ value }) => window.location.assign(value.url) })
  const note = bill.kind === 'credit-note'
  const open = note ? (bill.grossMinor ?? 0) : (bill.openMinor ?? 0)
  const amount = formatMoney({ currency: bill.currency, minor: Math.abs(open) }, language)
  const failed = pay.error !== null && pay.error !== undefined
  return (
    <section className={css.card}>
      <div className={css.between}>
        <span className={css.label}>{t(note ? 'creditNote' : open < 0 ? 'overpaid' : 'owed')}</span>
        <StandingTag standing={standingOf(bill)} dueOn={bill.dueOn} today={today} paidMinor={bill.paidMinor} calm />
      </div>
      <div className={css.amount}>
        {note ? (
          amount
        ) : (
          <Figure id="owed" explanation={explainOwed(bill, asOf)}>
            {amount}
          </Figure>
        )}
      </div>
      {returned && (
        <p role="status" className={open > 0 ? css.calm : css.good}>
          {t(open > 0 ? 'payConfirming' : 'payReceived')}
        </p>
      )}
      <div className={css.actions}>
        {bill.payOnline && bill.actions.includes('pay-online') && !returned && (
          <Button
            variant="filled"
            leftSection={<IconCreditCard size={18} stroke={1.6} />}
            title={t('payHint', { amount })}
            loading={pay.pending || pay.done}
            onClick={() =>
              void pay.send({ params: { client: bill.client, bill: bill.id }, body: { locale: language === 'en' ? 'en' : 'zh' } })
            }
          >
            {t('pay')} {amount}
          </Button>
        )}
        <PdfButton bill={bill} full />
      </div>
      {failed && (
        <p role="alert" className={css.bad}>
          {t('payFailed')} · {problem(pay.error)}
        </p>
      )}
    </section>
  )
}
