import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import type { useTranslation } from '../../i18n/i18n.ts'

type Translate = ReturnType<typeof useTranslation<'finance'>>['t']

/** What a line is for: a late fee carries only the number of the bill it accrued on. */
export const lineName = ({ kind, description }: Pick<InvoiceLine, 'kind' | 'description'>, t: Translate): string =>
  kind === 'late-fee' ? t('bill.sub.lateFee', { number: description }) : description
