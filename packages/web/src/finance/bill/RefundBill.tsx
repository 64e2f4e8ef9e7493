import { TextInput } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { refundBill } from '@pactdesk/domain/outsourcing/billing/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { formatMoney, type Money } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { MoneyInput } from '../../parts/input/MoneyInput.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { billReads } from './use-bill.ts'

/** What was paid too much went back by bank transfer: recorded here, sent by the bank. */
export function RefundBill({ bill, today, onClose }: { bill: BillView; today: string; onClose: () => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const owed = -(bill.openMinor ?? 0)
  const [amount, setAmount] = useState<Money | undefined>({ currency: bill.currency, minor: owed })
  const [on, setOn] = useState<string | undefined>(today)
  const [source, setSource] = useState('')
  const refund = useApiMutation(refundBill, { refreshes: billReads, onDone: onClose })
  const money = (minor: number): string => formatMoney({ currency: bill.currency, minor }, language)
  const minor = amount?.minor ?? 0
  const fits = minor > 0 && minor <= owed
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bill.refund.title', { number: bill.number ?? '' })}
      effect={fits ? t('bill.refund.effect', { owed: money(owed), left: money(owed - minor) }) : undefined}
      submit={t('bill.refund.submit', { amount: fits ? money(minor) : '' })}
      blocked={!fits || !on || source.trim() === ''}
      pending={refund.pending}
      error={refund.error}
      onSubmit={() => {
        if (!on) return
        void refund.send({
          params: { client: bill.client, bill: bill.id },
          body: { on, minor, currency: bill.currency, source: source.trim() },
        })
      }}
    >
      <MoneyInput
        label={t('amount')}
        currency={bill.currency}
        value={amount}
        onChange={setAmount}
        error={minor > owed ? t('bill.credit.tooMuch', { amount: money(owed) }) : undefined}
        required
      />
      <DateField label={t('bill.refund.on')} value={on} onChange={setOn} max={today} required />
      <TextInput
        label={t('bill.payment.source')}
        description={t('bill.payment.sourceHint')}
        value={source}
        maxLength={120}
        onChange={event => setSource(event.currentTarget.value)}
        required
      />
    </Dialog>
  )
}
