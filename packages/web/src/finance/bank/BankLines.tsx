import { Button } from '@mantine/core'
import type { BankLineView } from '@pactdesk/domain/outsourcing/billing/routes'
import { Link } from '@tanstack/react-router'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Tag, type Tone } from '../../parts/marks/Tag.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import { DateText } from '../../parts/text/Text.tsx'
import { billPlace } from '../address.ts'
import card from '../parts/finance.module.css'
import { reasonOfLine } from './statement.ts'

type Line = BankLineView & { repeated?: boolean }

const tones: Record<Line['state'], Tone> = { matched: 'good', ambiguous: 'warn', unmatched: 'bad', ignored: 'quiet' }

type Props = { lines: readonly Line[]; onSettle?: (line: BankLineView) => void; onMore?: (() => void) | undefined }

/** Lines of a statement: what the bank says, what became of it and why. */
export function BankLines({ lines, onSettle, onMore }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const money = ({ currency, minor }: Line): string => formatMoney({ currency, minor }, language)
  const chip = ({ state }: Line) => <Tag tone={tones[state]}>{t(`bank.tab.${state}`)}</Tag>
  const why = (line: Line): string => {
    const candidates = line.candidates.map(({ number }) => number).join(language === 'en' ? ', ' : '、')
    return [
      inLanguage(reasonOfLine(line.reason), language),
      candidates && t('bank.candidates', { numbers: candidates }),
      line.repeated && t('bank.repeated'),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  const open = (line: Line): boolean => line.state === 'ambiguous' || line.state === 'unmatched'
  const columns: Column<Line>[] = [
    { key: 'on', header: t('bank.on'), cell: line => <DateText date={line.on} style="day" /> },
    { key: 'payer', header: t('bank.payer'), cell: line => line.payer || '–' },
    { key: 'reference', header: t('bank.reference'), cell: line => line.reference || '–', grow: true },
    { key: 'state', header: t('bills.status'), cell: chip },
    { key: 'reason', header: t('bank.reason'), cell: line => <span className={card.quiet}>{why(line)}</span> },
    {
      key: 'bill',
      header: t('bank.bill'),
      cell: ({ bill }) => (bill ? <Link {...(billPlace(bill.client, bill.id) as { to: string })}>{bill.number}</Link> : '–'),
    },
    { key: 'minor', header: t('amount'), align: 'right', cell: line => <strong>{money(line)}</strong> },
    ...(onSettle
      ? [
          {
            key: 'act',
            header: <span className="hidden-text">{t('bank.settle')}</span>,
            cell: (line: Line) =>
              open(line) && (
                <Button h={24} onClick={() => onSettle(line)} aria-label={t('bank.settleTitle', { amount: money(line) })}>
                  {t('bank.settle')}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      label={t('bank.title')}
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      onMore={onMore}
      {...(onSettle && { onOpen: (line: Line) => open(line) && onSettle(line) })}
      phone={line => ({
        title: `${money(line)} · ${line.payer || line.reference}`,
        chip: chip(line),
        meta: (
          <>
            <DateText date={line.on} style="short" />
            <span>{why(line)}</span>
          </>
        ),
      })}
    />
  )
}
