import type { BillRow } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { listBills } from '@pactdesk/domain/outsourcing/billing/routes'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useApiPages } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { DisputedTag } from '../../finance/bill/Disputes.tsx'
import { dueOf, signed, standingOfRow } from '../../finance/bill/figures.ts'
import { sumOpen } from '../../finance/bill/receivables.ts'
import { StandingTag } from '../../finance/bill/StandingTag.tsx'
import { formatMonth } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { NoSuchPage } from '../../layout/NoSuchPage.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import { DateText } from '../../parts/text/Text.tsx'
import css from '../portal-bills.module.css'
import { useOwn } from '../use-own.ts'

/** All bills of the client, newest first, and what is to be paid of them. */
export default function Bills() {
  return useHasRole('client-owner') ? <Owned /> : <NoSuchPage />
}

function Owned() {
  const { t } = useTranslation('portal-bills')
  const { client } = useOwn()
  const list = useApiPages(listBills, { params: { client }, query: { limit: 50 } }, value => value)
  useEffect(() => {
    document.title = `${t('title')} · Pactdesk`
  }, [t])
  return (
    <>
      <div className={css.head}>
        <h1 className={css.title}>{t('title')}</h1>
      </div>
      {list.error && !list.items ? (
        <ErrorPanel title={t('failed')} error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.items ? (
        <Skeletons />
      ) : list.items.length === 0 ? (
        <EmptyState kind="not-begun" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <div className={css.stack}>
          <Owed rows={list.items} />
          <section className={css.bare}>
            <Rows rows={list.items} onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined} />
          </section>
        </div>
      )}
    </>
  )
}

function Owed({ rows }: { rows: readonly BillRow[] }) {
  const { t } = useTranslation('portal-bills')
  const language = useLanguage()
  const { today } = useOwn()
  const sums = sumOpen(rows, today).filter(({ openMinor }) => openMinor > 0)
  if (sums.length === 0)
    return (
      <EmptyState kind="well" title={t('nothingOwed')}>
        {t('nothingOwedText')}
      </EmptyState>
    )
  return (
    <section className={css.card}>
      <span className={css.label}>{t('owed')}</span>
      {sums.map(({ currency, openMinor, overdueMinor }) => (
        <div key={currency}>
          <div className={css.amount}>{formatMoney({ currency, minor: openMinor }, language)}</div>
          {overdueMinor > 0 && (
            <p className={css.calm}>{t('overdueCalm', { amount: formatMoney({ currency, minor: overdueMinor }, language) })}</p>
          )}
        </div>
      ))}
    </section>
  )
}

function Rows({ rows, onMore }: { rows: readonly BillRow[]; onMore: (() => void) | undefined }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const navigate = useNavigate()
  const { today } = useOwn()
  const money = (row: BillRow, minor: number | undefined): string =>
    formatMoney({ currency: row.currency, minor: minor ?? 0 }, language)
  const kind = (row: BillRow): string =>
    [t(`bill.kind.${row.kind}`), row.month && formatMonth(row.month, language)].filter(Boolean).join(' · ')
  const chip = (row: BillRow) => (
    <>
      <StandingTag
        standing={standingOfRow(row, today)}
        dueOn={row.dueOn}
        today={today}
        paidMinor={(row.grossMinor ?? 0) - (row.openMinor ?? 0)}
        calm
      />{' '}
      {row.disputed && <DisputedTag />}
    </>
  )
  const columns: Column<BillRow>[] = [
    { key: 'number', header: t('bills.number'), cell: row => row.number },
    { key: 'kind', header: t('bills.kind'), cell: kind, grow: true },
    { key: 'issued', header: t('bills.issued'), cell: row => row.issuedOn && <DateText date={row.issuedOn} style="plain" /> },
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
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/portal/bills/$id', params: { id } })}
      onMore={onMore}
      phone={row => ({
        title: `${row.number} · ${kind(row)}`,
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
