import { Button } from '@mantine/core'
import { listContractsOfClient } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractRow } from '@pactdesk/domain/outsourcing/contract/views'
import { Link, useNavigate } from '@tanstack/react-router'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { ContractNeedTag, ContractStatus } from '../../contracts/list/ContractStatus.tsx'
import { formatDateRange } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import css from '../clients.module.css'

/** What was agreed with this client. */
export function ContractsOf({ client }: { client: string }) {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const navigate = useNavigate()
  const rows = useApiQuery(listContractsOfClient, { params: { client }, query: { limit: 100 } })
  const mayEdit = useHasRole('admin', 'account-manager')
  const columns: Column<ContractRow>[] = [
    { key: 'number', header: t('contract.number'), grow: true, cell: row => row.number },
    { key: 'need', header: '', cell: row => <ContractNeedTag need={row.need} /> },
    { key: 'status', header: t('client.status'), cell: row => <ContractStatus status={row.status} /> },
    { key: 'term', header: t('contract.term'), cell: row => formatDateRange(row.firstDay, row.lastDay, language) },
    { key: 'fee', header: t('contract.fee'), align: 'right', cell: row => formatMoney(row.total, language) },
  ]
  const add = mayEdit && (
    <Button component={Link} to="/contracts/new" search={{ client } as never} variant="filled">
      {t('contract.new')}
    </Button>
  )
  return (
    <>
      <div className={css.bar}>
        <h2>{t('tab.contracts')}</h2>
        {add}
      </div>
      <Region query={rows} failed={t('failed.contracts')}>
        {({ value }) =>
          value.items.length === 0 ? (
            <div className={css.inset}>
              <EmptyState kind="not-begun" title={t('contract.none')} action={add}>
                {t('contract.noneText')}
              </EmptyState>
            </div>
          ) : (
            <DataTable
              label={t('tab.contracts')}
              columns={columns}
              rows={value.items}
              rowKey={({ id }) => id}
              onOpen={row => void navigate({ to: '/contracts/$id', params: { id: row.id }, search: { client } as never })}
              phone={row => ({
                title: row.number,
                chip: <ContractStatus status={row.status} />,
                meta: `${formatMoney(row.total, language)} · ${formatDateRange(row.firstDay, row.lastDay, language)}`,
              })}
            />
          )
        }
      </Region>
    </>
  )
}
