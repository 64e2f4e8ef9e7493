import { ActionIcon, Button } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import { IconArrowDown, IconArrowUp, IconMessageReport, IconReceiptRefund, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { WhyBody } from '../../parts/why/WhyBody.tsx'
import { sourceHref } from '../address.ts'
import { AnswerDispute } from './AnswerDispute.tsx'
import css from './bill.module.css'
import { CreditBill } from './CreditBill.tsx'
import { leftOf, openDispute } from './credit.ts'
import { DisputeLine } from './DisputeLine.tsx'
import { Disputes } from './Disputes.tsx'
import { explainLine } from './explain-line.ts'
import { useQuote } from './use-bill.ts'

type Props = {
  bill: BillView
  line: InvoiceLine
  asOf: { instant: string; zone: string }
  onMove: (line: number) => void
  onClose: () => void
}

/** The opened line: why it says what it says, from equation to sources. */
export function LinePanel({ bill, line, asOf, onMove, onClose }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const quote = useQuote(bill, line.clause)
  const at = bill.lines.findIndex(each => each.line === line.line)
  const go = (step: 1 | -1): void => {
    const next = bill.lines[at + step]
    if (next) onMove(next.line)
  }
  useKeys({ j: () => go(1), k: () => go(-1) })
  const amount = formatMoney({ currency: bill.currency, minor: line.grossMinor }, language)
  const explanation = explainLine(bill, line, {
    asOf,
    quote,
    staff: true,
    hrefOf: source => sourceHref(bill.client, source),
  })
  return (
    <>
      <header className={css.panelHead}>
        <Tag>{t('bill.why.line', { line: line.line })}</Tag>
        <h2>{t('bill.why.heading', { amount })}</h2>
        <ActionIcon variant="default" aria-label={t('bill.why.previous')} disabled={at <= 0} onClick={() => go(-1)}>
          <IconArrowUp size={15} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t('bill.why.next')}
          disabled={at >= bill.lines.length - 1}
          onClick={() => go(1)}
        >
          <IconArrowDown size={15} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={t('bill.why.close')} onClick={onClose}>
          <IconX size={17} aria-hidden />
        </ActionIcon>
      </header>
      <WhyBody explanation={explanation} />
      {bill.status === 'issued' && <Foot bill={bill} line={line} />}
    </>
  )
}

/** What may be done about an issued line: it never changes, so it is contested, answered or credited. */
function Foot({ bill, line }: { bill: BillView; line: InvoiceLine }) {
  const { t } = useTranslation('finance')
  const [asking, setAsking] = useState<'dispute' | 'answer' | 'credit'>()
  const disputes = bill.disputes.filter(dispute => dispute.line === line.line)
  const open = openDispute(bill, line.line)
  const left = leftOf(bill, line.line)
  const may = (action: string): boolean => bill.actions.includes(action)
  const close = (): void => setAsking(undefined)
  return (
    <>
      {disputes.length > 0 && (
        <section className={css.contested}>
          <h3>{t('bill.dispute.heading')}</h3>
          <Disputes
            disputes={disputes}
            act={() =>
              may('answer-dispute') && <Button onClick={() => setAsking('answer')}>{t('bill.dispute.answerSubmit')}</Button>
            }
          />
        </section>
      )}
      <div className={css.foot}>
        {may('dispute') && !open && left > 0 && (
          <Button leftSection={<IconMessageReport size={16} stroke={1.6} />} onClick={() => setAsking('dispute')}>
            {t('bill.dispute.mark')}
          </Button>
        )}
        {may('credit') && left > 0 && (
          <Button leftSection={<IconReceiptRefund size={16} stroke={1.6} />} onClick={() => setAsking('credit')}>
            {t('bill.credit.line')}
          </Button>
        )}
        <span className={css.hint}>{t('bill.why.immutable')}</span>
      </div>
      {asking === 'dispute' && <DisputeLine bill={bill} line={line} staff onClose={close} />}
      {asking === 'answer' && open && <AnswerDispute bill={bill} dispute={open} onClose={close} />}
      {asking === 'credit' && <CreditBill bill={bill} line={line.line} onClose={close} />}
    </>
  )
}
