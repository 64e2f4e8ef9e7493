import { Button } from '@mantine/core'
import { listWork, type MonthView, type WorkItemView } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiPages } from '../../api/query.ts'
import { exactMoney } from '../../explain/figures.ts'
import { exact } from '../../explain/units.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Avatar } from '../../parts/marks/Avatar.tsx'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import { DateText } from '../../parts/text/Text.tsx'
import card from '../parts/finance.module.css'
import { DecideUnit } from './DecideUnit.tsx'
import { clauseOf, priceOf, subjectOf, type WorkItem, whyOf } from './item.ts'
import type { Picked } from './Matrix.tsx'

type Kind = 'time' | 'visit' | 'part' | 'device-day'

/** The units behind one figure of the matrix, with why each is in its state and what may be decided. */
export function UnitList({ month, picked }: { month: MonthView; picked: Picked }) {
  const { t } = useTranslation('finance')
  const { t: p } = useTranslation('parts')
  const [chosen, setChosen] = useState<WorkItemView>()
  const params = { client: month.client, month: month.month }
  const query = { limit: 200, ...(picked.kind && { kind: picked.kind }) }
  const main = useApiPages(listWork, { params, query: { ...query, status: picked.state } }, value => value)
  const drafted = picked.state === 'billable' && month.total.states.claimed.units > 0
  const claimed = useApiPages(listWork, { params, query: { ...query, status: 'claimed' } }, value => value, { enabled: drafted })
  const rows = [...(main.items ?? []), ...(drafted ? (claimed.items ?? []) : [])]
  const kind = picked.kind ? t(`close.kind.${picked.kind as Kind}`) : t('close.all')
  return (
    <section className={card.card} aria-live="polite">
      <header className={card.cardHead}>
        <h2>{t('close.listTitle', { kind, state: p(`unit.${picked.state}`) })}</h2>
        {main.items && <span className={card.count}>{rows.length}</span>}
      </header>
      {main.error ? (
        <ErrorPanel title={t('close.listFailed')} error={main.error} onRetry={() => void main.refetch()}>
          {t('close.safe')}
        </ErrorPanel>
      ) : !main.items ? (
        <Skeletons />
      ) : rows.length === 0 && !main.hasNextPage ? (
        <p className={`${card.pad} ${card.quiet}`}>{t('close.emptyList')}</p>
      ) : (
        <Rows
          month={month}
          rows={rows}
          onDecide={setChosen}
          {...(main.hasNextPage && { onMore: () => void main.fetchNextPage() })}
        />
      )}
      {chosen && <DecideUnit month={month} unit={chosen} onClose={() => setChosen(undefined)} />}
    </section>
  )
}

type RowsProps = { month: MonthView; rows: readonly WorkItemView[]; onDecide: (unit: WorkItemView) => void; onMore?: () => void }

function Rows({ month, rows, onDecide, onMore }: RowsProps) {
  const { t } = useTranslation('finance')
  const { t: p } = useTranslation('parts')
  const language = useLanguage()
  const why = ({ item }: WorkItemView): string => inLanguage(whyOf(item, month.currency), language)
  const columns: Column<WorkItemView>[] = [
    { key: 'what', header: t('close.list.what'), cell: ({ item }) => <Subject item={item} /> },
    { key: 'when', header: t('close.list.when'), cell: ({ item }) => <DateText date={item.date} style="day" /> },
    { key: 'who', header: t('close.list.who'), cell: ({ item }) => <Who item={item} /> },
    { key: 'quantity', header: t('close.list.quantity'), align: 'right', cell: ({ item }) => <Quantity item={item} /> },
    {
      key: 'why',
      header: t('close.list.why'),
      grow: true,
      cell: row => {
        const clause = clauseOf(row.item)
        const said = row.item.kind === 'device-day' ? '' : row.item.description
        return (
          <span title={[why(row), said].filter(Boolean).join(' · ')}>
            {clause && <ClauseTag clause={clause} />} {why(row)}
            {said && <span className={card.quiet}> · {said}</span>}
          </span>
        )
      },
    },
    { key: 'value', header: t('close.list.value'), align: 'right', cell: ({ item }) => <Value item={item} /> },
    {
      key: 'act',
      header: <span className="hidden-text">{t('close.act.menu', { what: '' })}</span>,
      cell: row =>
        row.actions.length > 0 && (
          <Button h={24} aria-label={t('close.act.menu', { what: subjectOf(row.item) })} onClick={() => onDecide(row)}>
            {t('close.review')}
          </Button>
        ),
    },
  ]
  return (
    <DataTable
      dense
      label={p('table.rows', { count: rows.length })}
      columns={columns}
      rows={rows}
      rowKey={({ ref }) => ref}
      phone={row => ({
        title: (
          <>
            {row.item.ticket ?? row.item.description} · {why(row)}
          </>
        ),
        chip: <Quantity item={row.item} />,
        meta: (
          <>
            <DateText date={row.item.date} style="short" />
            <span>{row.item.who.name}</span>
          </>
        ),
      })}
      onMore={onMore}
      {...(rows.some(({ actions }) => actions.length > 0) && {
        onOpen: (row: WorkItemView) => row.actions.length > 0 && onDecide(row),
      })}
    />
  )
}

function Subject({ item }: { item: WorkItem }) {
  const { t } = useTranslation('finance')
  const subject = subjectOf(item)
  if (item.ticket) return <Link to={`/desk/tickets/${item.ticket}` as string}>{subject}</Link>
  if (subject) return <Link to={`/visits/${subject}` as string}>{t('close.visit')}</Link>
  return <span className={card.quiet}>–</span>
}

function Who({ item }: { item: WorkItem }) {
  if (item.kind === 'device-day') return <span className={card.quiet}>–</span>
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
      <Avatar name={item.who.name} /> {item.who.name}
    </span>
  )
}

export function Quantity({ item }: { item: WorkItem }) {
  const { t } = useTranslation('finance')
  if ('minutes' in item) return <>{t('close.minutes', { count: item.minutes })}</>
  if (item.kind === 'part') return <>{t('close.pieces', { quantity: item.quantity })}</>
  if (item.kind === 'device-day') return <>{t('close.devices', { count: item.devices })}</>
  return <>{t('close.visits')}</>
}

function Value({ item }: { item: WorkItem }) {
  const { t } = useTranslation('finance')
  const price = priceOf(item)
  if (!price) return <span className={card.quiet}>–</span>
  const amount = exactMoney(exact(price.minor), price.currency)
  return <>{price.per === 'hour' ? t('close.perHour', { amount }) : t('close.perPiece', { amount })}</>
}
