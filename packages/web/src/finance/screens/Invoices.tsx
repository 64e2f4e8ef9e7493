import { SegmentedControl } from '@mantine/core'
import type { BillRow } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { listReceivables } from '@pactdesk/domain/outsourcing/billing/routes'
import { useNavigate } from '@tanstack/react-router'
import * as z from 'zod'
import { useApiPages } from '../../api/query.ts'
import { formatMonth } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import { DateText } from '../../parts/text/Text.tsx'
import { billPlace } from '../address.ts'
import { DisputedTag } from '../bill/Disputes.tsx'
import { dueOf, signed, standingOfRow } from '../bill/figures.ts'
import { sumOpen } from '../bill/receivables.ts'
import { StandingTag } from '../bill/StandingTag.tsx'
import { ClientCell } from '../parts/ClientCell.tsx'
import { FinanceTabs } from '../parts/FinanceTabs.tsx'
import card from '../parts/finance.module.css'
import { MonthPicker } from '../parts/MonthPicker.tsx'
import { useClients, useToday } from '../parts/use-finance.ts'

const states = ['open', 'draft', 'paid'] as const
const Address = z.object({
  state: z.enum(states).default('open'),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
})

/** Receivables by due day, drafts, and what was settled in a month. */
export default function Invoices() {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const [{ state, month: wanted }, change] = useAddress(Address)
  const today = useToday()
  const month = wanted ?? today.slice(0, 7)
  const list = useApiPages(
    listReceivables,
    { query: { state, ...(state === 'paid' && { month }), limit: 100 } },
    value => value,
    { live: true },
  )
  const rows = list.items
  return (
    <ConsolePage
      crumbs={[{ label: t('section') }, { label: t('nav.invoices') }]}
      action={
        state === 'paid' && <MonthPicker month={month} latest={today.slice(0, 7)} onChange={next => change({ month: next })} />
      }
    >
      <FinanceTabs />
      <div className={card.between} style={{ marginBottom: 16 }}>
        <h2 className={card.title}>{t('bills.title')}</h2>
        <SegmentedControl
          aria-label={t('bills.status')}
          value={state}
          onChange={next => change({ state: next as (typeof states)[number] })}
          data={states.map(value => ({ value, label: t(`bills.tab.${value}`) }))}
        />
      </div>
      {list.error && !rows ? (
        <ErrorPanel title={t('bills.failed')} error={list.error} onRetry={() => void list.refetch()} />
      ) : !rows ? (
        <Skeletons count={8} />
      ) : rows.length === 0 ? (
        <EmptyState kind="well" title={t(`bills.empty.${state}`, { month: formatMonth(month, language) })}>
          {t(`bills.emptyText.${state}`)}
        </EmptyState>
      ) : (
        <div className={card.stack}>
          {state === 'open' && <Sums rows={rows} today={today} more={list.hasNextPage} />}
          <section className={card.card}>
            <Rows rows={rows} today={today} onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined} />
          </section>
        </div>
      )}
    </ConsolePage>
  )
}

function Sums({ rows, today, more }: { rows: readonly BillRow[]; today: string; more: boolean }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  return (
    <section className={`${card.card} ${card.pad}`}>
      {sumOpen(rows, today).map(({ currency, openMinor, overdueMinor }) => (
        <dl className={card.figures} key={currency}>
          <div>
            <dt>
              {t('bills.totalOpen')} · {more ? t('bills.shown', { count: rows.length }) : currency}
            </dt>
            <dd>{formatMoney({ currency, minor: openMinor }, language)}</dd>
          </div>
          <div>
            <dt>{t('bills.overdue')}</dt>
            <dd className={overdueMinor > 0 ? card.bad : undefined}>
              {formatMoney({ currency, minor: overdueMinor }, language)}
            </dd>
          </div>
        </dl>
      ))}
    </section>
  )
}

function Rows({ rows, today, onMore }: { rows: readonly BillRow[]; today: string; onMore: (() => void) | undefined }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const navigate = useNavigate()
  const { nameOf } = useClients()
  const money = (row: BillRow, minor: number | undefined): string =>
    minor === undefined ? '–' : formatMoney({ currency: row.currency, minor }, language)
  const chip = (row: BillRow) => (
    <>
      <StandingTag
        standing={standingOfRow(row, today)}
        dueOn={row.dueOn}
        today={today}
        paidMinor={(row.grossMinor ?? 0) - (row.openMinor ?? row.grossMinor ?? 0)}
      />{' '}
      {row.disputed && <DisputedTag />}
    </>
  )
  const columns: Column<BillRow>[] = [
    { key: 'number', header: t('bills.number'), cell: row => row.number ?? t('bill.draft') },
    { key: 'client', header: t('client'), cell: row => <ClientCell client={nameOf(row.client)} />, grow: true },
    {
      key: 'kind',
      header: t('bills.kind'),
      cell: row => [t(`bill.kind.${row.kind}`), row.month && formatMonth(row.month, language)].filter(Boolean).join(' · '),
    },
    {
      key: 'issued',
      header: t('bills.issued'),
      cell: row => (row.issuedOn ? <DateText date={row.issuedOn} style="plain" /> : '–'),
    },
    { key: 'due', header: t('bills.due'), cell: row => (dueOf(row) ? <DateText date={dueOf(row)!} style="plain" /> : '–') },
    { key: 'status', header: t('bills.status'), cell: chip },
    { key: 'gross', header: t('bills.gross'), align: 'right', cell: row => money(row, signed(row, row.grossMinor)) },
    { key: 'open', header: t('bills.open'), align: 'right', cell: row => <strong>{money(row, row.openMinor)}</strong> },
  ]
  return (
    <DataTable
      label={t('bills.title')}
      columns={columns}
      rows={rows}
      rowKey={({ client, id }) => `${client}/${id}`}
      onOpen={row => void navigate(billPlace(row.client, row.id) as never)}
      onMore={onMore}
      phone={row => ({
        title: `${row.number ?? t('bill.draft')} · ${nameOf(row.client).name}`,
        chip: chip(row),
        meta: (
          <>
            <span>{money(row, row.openMinor ? row.openMinor : signed(row, row.grossMinor))}</span>
            {dueOf(row) && (
              <span>
                {t('bills.due')} <DateText date={dueOf(row)!} style="short" />
              </span>
            )}
          </>
        ),
      })}
    />
  )
}
