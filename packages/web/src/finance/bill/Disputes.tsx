import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { IconMessageReport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { DateText } from '../../parts/text/Text.tsx'
import css from './bill.module.css'

type Dispute = BillView['disputes'][number]

/** What was said about a line and what was answered, oldest first; beside an open dispute what may be done about it. */
export function Disputes({ disputes, act }: { disputes: readonly Dispute[]; act?: (dispute: Dispute) => ReactNode }) {
  const { t } = useTranslation('finance')
  return (
    <ol className={css.disputes}>
      {disputes.map(dispute => (
        <li key={dispute.id}>
          <p className={css.disputeHead}>
            {dispute.answer ? <Tag>{t(`bill.dispute.outcome.${dispute.answer.outcome}`)}</Tag> : <DisputedTag />}
            <span>
              {[dispute.by, t('bill.why.line', { line: dispute.line })].filter(Boolean).join(' · ')} ·{' '}
              <DateText date={dispute.on} style="short" />
            </span>
          </p>
          <blockquote className={css.said}>{dispute.reason}</blockquote>
          {dispute.answer?.text && (
            <>
              <p className={css.disputeHead}>
                <span>
                  {[t('bill.dispute.answer'), dispute.answer.by].filter(Boolean).join(' · ')} ·{' '}
                  <DateText date={dispute.answer.on} style="short" />
                </span>
              </p>
              <blockquote className={css.said}>{dispute.answer.text}</blockquote>
            </>
          )}
          {!dispute.answer && act?.(dispute)}
        </li>
      ))}
    </ol>
  )
}

export function DisputedTag() {
  const { t } = useTranslation('finance')
  return (
    <Tag tone="bad" icon={IconMessageReport}>
      {t('bill.dispute.tag')}
    </Tag>
  )
}
