import { Textarea } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { writeOffRemainder } from '@pactdesk/domain/outsourcing/billing/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { formatMoney, type Money } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { MoneyInput } from '../../parts/input/MoneyInput.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { billReads } from './use-bill.ts'

/** Writes off a last remainder, such as what the bank kept. */
export function WriteOff({ bill, onClose }: { bill: BillView; onClose: () => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const open = bill.openMinor ?? 0
  const [amount, setAmount] = useState<Money | undefined>({ currency: bill.currency, minor: open })
  const [reason, setReason] = useState('')
  const write = useApiMutation(writeOffRemainder, { refreshes: billReads, onDone: onClose })
  const money = (minor: number): string => formatMoney({ currency: bill.currency, minor }, language)
  const minor = amount?.minor ?? 0
  const fits = minor > 0 && minor <= open
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bill.writeOff.title', { number: bill.number ?? '' })}
      effect={fits ? t('bill.writeOff.effect', { left: money(open - minor), minor: money(minor) }) : undefined}
      submit={t('bill.writeOff.submit', { amount: fits ? money(minor) : '' })}
      blocked={!fits || reason.trim() === ''}
      pending={write.pending}
      error={write.error}
      onSubmit={() => void write.send({ params: { client: bill.client, bill: bill.id }, body: { minor, reason: reason.trim() } })}
    >
      <MoneyInput label={t('amount')} currency={bill.currency} value={amount} onChange={setAmount} required />
      <Textarea
        label={t('reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
