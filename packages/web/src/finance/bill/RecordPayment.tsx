import { Select, TextInput } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { recordPayment } from '@pactdesk/domain/outsourcing/billing/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { formatMoney, type Money } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { MoneyInput } from '../../parts/input/MoneyInput.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { billReads } from './use-bill.ts'

type Via = 'bank' | 'note' | 'cash'

/** A payment seen by a person: amount, means, voucher; the dialog says what stays open. */
export function RecordPayment({ bill, today, onClose }: { bill: BillView; today: string; onClose: () => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const open = bill.openMinor ?? 0
  const [amount, setAmount] = useState<Money | undefined>({ currency: bill.currency, minor: open })
  const [via, setVia] = useState<Via>('bank')
  const [on, setOn] = useState<string | undefined>(today)
  const [source, setSource] = useState('')
  const [reference, setReference] = useState('')
  const record = useApiMutation(recordPayment, { refreshes: billReads, onDone: onClose })
  const money = (minor: number): string => formatMoney({ currency: bill.currency, minor }, language)
  const minor = amount?.minor ?? 0
  const effect =
    minor <= 0
      ? undefined
      : minor < open
        ? t('bill.payment.effectPart', { open: money(open), left: money(open - minor) })
        : minor === open
          ? t('bill.payment.effectAll', { open: money(open) })
          : t('bill.payment.effectOver', { open: money(open), over: money(minor - open) })
  const send = (): void => {
    if (!on || minor <= 0) return
    void record.send({
      params: { client: bill.client, bill: bill.id },
      body: {
        on,
        minor,
        currency: bill.currency,
        via,
        source: source.trim(),
        ...(reference.trim() && { reference: reference.trim() }),
      },
    })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bill.payment.title', { number: bill.number ?? '' })}
      effect={effect}
      submit={t('bill.payment.submit', { amount: minor > 0 ? money(minor) : '' })}
      blocked={!on || minor <= 0 || source.trim() === ''}
      pending={record.pending}
      error={record.error}
      onSubmit={send}
    >
      <MoneyInput label={t('amount')} currency={bill.currency} value={amount} onChange={setAmount} required />
      <DateField label={t('bill.payment.on')} value={on} onChange={setOn} max={today} required />
      <Select
        label={t('bill.payment.via')}
        data={(['bank', 'note', 'cash'] as const).map(value => ({ value, label: t(`bill.payment.viaOf.${value}`) }))}
        value={via}
        onChange={value => setVia((value ?? 'bank') as Via)}
        allowDeselect={false}
      />
      <TextInput
        label={t('bill.payment.source')}
        description={t('bill.payment.sourceHint')}
        value={source}
        maxLength={120}
        onChange={event => setSource(event.currentTarget.value)}
        required
      />
      <TextInput
        label={t('bill.payment.reference')}
        value={reference}
        maxLength={200}
        onChange={event => setReference(event.currentTarget.value)}
      />
    </Dialog>
  )
}
