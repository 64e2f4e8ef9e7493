import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { discardDraft, issueBill } from '@pactdesk/domain/outsourcing/billing/routes'
import { useApiMutation } from '../../api/mutation.ts'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { billReads } from './use-bill.ts'

type Props = { bill: BillView; onClose: () => void }

/** Issues exactly the sum that is shown; the server refuses when the draft has become another one. */
export function IssueBill({ bill, onClose }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const issue = useApiMutation(issueBill, { refreshes: billReads, onDone: onClose })
  const money = (minor: number | undefined): string => formatMoney({ currency: bill.currency, minor: minor ?? 0 }, language)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bill.issue.title', { client: inLanguage(bill.clientName, language) })}
      effect={t('bill.issue.effect', { gross: money(bill.grossMinor), tax: money(bill.taxMinor), lines: bill.lines.length })}
      submit={t('bill.issue.submit')}
      pending={issue.pending}
      error={issue.error}
      onSubmit={() =>
        void issue.send({
          params: { client: bill.client, bill: bill.id },
          body: { ...(bill.grossMinor !== undefined && { grossMinor: bill.grossMinor }) },
        })
      }
    />
  )
}

/** Discards a draft: what it claimed is billable again. */
export function DiscardBill({ bill, onClose }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const discard = useApiMutation(discardDraft, { refreshes: billReads, onDone: onClose })
  const gross = formatMoney({ currency: bill.currency, minor: bill.grossMinor ?? 0 }, language)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bill.discard.title')}
      effect={t('bill.discard.effect', { lines: bill.lines.length, gross })}
      submit={t('bill.discard.submit')}
      pending={discard.pending}
      error={discard.error}
      onSubmit={() => void discard.send({ params: { client: bill.client, bill: bill.id }, body: {} })}
    />
  )
}
