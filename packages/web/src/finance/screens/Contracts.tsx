import { listContracts } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractRow } from '@pactdesk/domain/outsourcing/contract/views'
import { useNavigate } from '@tanstack/react-router'
import { useApiPages } from '../../api/query.ts'
import { formatDateRange } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { Tag } from '../../parts/marks/Tag.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import { moneyPlace } from '../address.ts'
import { ClientCell } from '../parts/ClientCell.tsx'
import { FinanceTabs } from '../parts/FinanceTabs.tsx'
import card from '../parts/finance.module.css'
import { useClients } from '../parts/use-finance.ts'

/** Contracts in force or ended, as finance needs them: recognition and settlement behind each. */
export default function Contracts() {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const navigate = useNavigate()
  const { nameOf } = useClients()
  const list = useApiPages(listContracts, { query: { limit: 100 } }, value => value)
  const rows = list.items?.filter(({ status }) => status === 'active' || status === 'ended')
  const term = ({ firstDay, lastDay }: ContractRow): string => formatDateRange(firstDay, lastDay, language)
  const chip = ({ status }: ContractRow) => (
    <Tag tone={status === 'active' ? 'good' : 'quiet'}>{t(`contracts.statusOf.${status}`)}</Tag>
  )
  const columns: Column<ContractRow>[] = [
    { key: 'number', header: t('contracts.number'), cell: ({ number }) => number },
    { key: 'client', header: t('client'), cell: ({ client }) => <ClientCell client={nameOf(client)} />, grow: true },
    { key: 'term', header: t('contracts.term'), cell: term },
    { key: 'status', header: t('contracts.status'), cell: chip },
    { key: 'total', header: t('contracts.total'), align: 'right', cell: ({ total }) => formatMoney(total, language) },
  ]
  return (
    <ConsolePage crumbs={[{ label: t('section') }, { label: t('nav.contracts') }]}>
      <FinanceTabs />
      <h2 className={card.title} style={{ marginBottom: 16 }}>
        {t('contracts.title')}
      </h2>
      {list.error && !rows ? (
        <ErrorPanel title={t('contracts.failed')} error={list.error} onRetry={() => void list.refetch()} />
      ) : !rows ? (
        <Skeletons />
      ) : rows.length === 0 ? (
        <EmptyState kind="not-begun" title={t('contracts.empty')}>
          {t('contracts.emptyText')}
        </EmptyState>
      ) : (
        <section className={card.card}>
          <DataTable
            label={t('contracts.title')}
            columns={columns}
            rows={rows}
            rowKey={({ client, id }) => `${client}/${id}`}
            onOpen={({ client, id }) => void navigate(moneyPlace(client, id) as never)}
            onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
            phone={row => ({
              title: `${row.number} · ${nameOf(row.client).name}`,
              chip: chip(row),
              meta: (
                <>
                  <span>{formatMoney(row.total, language)}</span>
                  <span>{term(row)}</span>
                </>
              ),
            })}
          />
        </section>
      )}
    </ConsolePage>
  )
}
