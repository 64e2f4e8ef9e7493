import { Textarea } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import { disputeLine, listBills } from '@pactdesk/domain/outsourcing/billing/routes'
import { useApiMutation } from '../../api/mutation.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useDraft } from '../../parts/input/draft.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { lineName } from './line-name.ts'
import { billReads } from './use-bill.ts'

type Props = { bill: BillView; line: InvoiceLine; staff: boolean; onClose: () => void }

/** The client contests a line, with the reason; staff write down what the client told them. */
export function DisputeLine({ bill, line, staff, onClose }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const { text: reason, write: setReason, clear } = useDraft(`dispute:${bill.client}:${bill.id}:${line.line}`)
  const dispute = useApiMutation(disputeLine, {
    refreshes: [...billReads, listBills],
    onDone: () => {
      clear()
      sayDone(t(staff ? 'bill.dispute.doneStaff' : 'bill.dispute.done'))
      onClose()
    },
  })
  const amount = formatMoney({ currency: bill.currency, minor: line.grossMinor }, language)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bill.dispute.title', { line: line.line, number: bill.number ?? '' })}
      effect={t(staff ? 'bill.dispute.effectStaff' : 'bill.dispute.effect', { amount })}
      submit={t(staff ? 'bill.dispute.mark' : 'bill.dispute.submit')}
      blocked={reason.trim() === ''}
      pending={dispute.pending}
      error={dispute.error}
      onSubmit={() =>
        void dispute.send({
          params: { client: bill.client, bill: bill.id },
          body: { line: line.line, reason: reason.trim() },
        })
      }
    >
      <p>
        {lineName(line, t)} · <strong className="tabular">{amount}</strong>
      </p>
      <Textarea
        label={t('bill.dispute.reason')}
        required
        autosize
        minRows={3}
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
