import { ActionIcon } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { WhyBody } from '../../parts/why/WhyBody.tsx'
import { sourceHref } from '../address.ts'
import css from './bill.module.css'
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
      {bill.status === 'issued' && <p className={css.hint}>{t('bill.why.immutable')}</p>}
    </>
  )
}
