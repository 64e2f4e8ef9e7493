import { Button, Menu } from '@mantine/core'
import { listContracts } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractRow } from '@pactdesk/domain/outsourcing/contract/views'
import { listClients } from '@pactdesk/domain/tenancy/routes'
import { IconChevronDown, IconFileImport, IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import * as z from 'zod'
import { useApiPages, useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { formatDateRange } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { ClientMark } from '../../parts/marks/Avatar.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import { ContractNeedTag, ContractStatus } from '../list/ContractStatus.tsx'
import { ViewList } from '../list/ViewList.tsx'
import { contractViews, countsOf, inView } from '../list/views.ts'

const Address = z.object({ view: z.enum(contractViews).catch('all').default('all'), client: z.string().optional() })

/** Contracts of all clients, those that need somebody first. */
export default function Contracts() {
  const { t } = useTranslation('contracts')
  const [{ view, client }, change] = useAddress(Address)
  const navigate = useNavigate()
  const mayEdit = useHasRole('admin', 'account-manager')
  const pages = useApiPages(listContracts, { query: { limit: 200 } }, value => value, { live: true })
  // A count beside a view must be of all contracts, so all pages are read; a provider has some hundred.
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const rows = pages.items?.filter(row => !client || row.client === client)
  const open = (row: ContractRow): void =>
    void navigate({ to: '/contracts/$id', params: { id: row.id }, search: { client: row.client } as never })
  const create = (record: boolean): void =>
    void navigate({ to: '/contracts/new', search: { ...(client && { client }), ...(record && { record }) } as never })
  useKeys(mayEdit ? { c: () => create(false) } : {})
  return (
    <ConsolePage
      bare
      crumbs={[{ label: t('title') }]}
      action={
        mayEdit && (
          <Button.Group>
            <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => create(false)}>
              {t('list.new')}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="filled" aria-label={t('list.more')} px={8}>
                  <IconChevronDown size={16} />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconFileImport size={16} />} onClick={() => create(true)}>
                  {t('list.record')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Button.Group>
        )
      }
      views={
        <ViewList
          label={t('list.views')}
          views={contractViews.map(name => ({ name, label: t(`view.${name}`) }))}
          counts={rows && countsOf(rows)}
          chosen={view}
          onChoose={name => change({ view: name })}
        />
      }
    >
      <Region
        query={{ data: rows, error: pages.error, refetch: pages.refetch as never }}
        failed={t('failed.list')}
        shape="rows"
        count={8}
      >
        {all => <Rows all={all} view={view} onOpen={open} onAll={() => change({ view: 'all' })} mayEdit={mayEdit} />}
      </Region>
    </ConsolePage>
  )
}

type RowsProps = {
  all: readonly ContractRow[]
  view: (typeof contractViews)[number]
  onOpen: (row: ContractRow) => void
  onAll: () => void
  mayEdit: boolean
}

function Rows({ all, view, onOpen, onAll, mayEdit }: RowsProps) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const clients = useApiQuery(listClients, { query: { limit: 200 } })
  const rows = all.filter(row => inView(row, view))
  const clientOf = (row: ContractRow) => {
    const known = clients.data?.value.items.find(({ id }) => id === row.client)
    return { name: known ? inLanguage(known.name, language) : row.clientName, mark: known?.mark }
  }
  if (all.length === 0)
    return (
      <div style={{ padding: 16 }}>
        <EmptyState
          kind="not-begun"
          title={t('list.none')}
          action={
            mayEdit && (
              <Button component={Link} to="/contracts/new" variant="filled">
                {t('list.new')}
              </Button>
            )
          }
        >
          {t('list.noneText')}
        </EmptyState>
      </div>
    )
  if (rows.length === 0)
    return (
      <div style={{ padding: 16 }}>
        {view === 'needs' ? (
          <EmptyState kind="well" title={t('list.well')}>
            {t('list.wellText', { count: all.filter(({ status }) => status === 'active').length })}
          </EmptyState>
        ) : (
          <EmptyState kind="filtered" filter={t(`view.${view}`)} onDrop={onAll}>
            {t('list.filtered', { count: all.length })}
          </EmptyState>
        )}
      </div>
    )
  const columns: Column<ContractRow>[] = [
    { key: 'number', header: t('column.number'), cell: row => row.number },
    {
      key: 'client',
      header: t('column.client'),
      grow: true,
      cell: row => (
        <>
          <ClientMark {...clientOf(row)} /> {clientOf(row).name}
        </>
      ),
    },
    { key: 'need', header: t('column.need'), cell: row => <ContractNeedTag need={row.need} /> },
    { key: 'status', header: t('column.status'), cell: row => <ContractStatus status={row.status} /> },
    { key: 'term', header: t('column.term'), cell: row => formatDateRange(row.firstDay, row.lastDay, language) },
    { key: 'fee', header: t('column.fee'), align: 'right', cell: row => formatMoney(row.total, language) },
  ]
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      phone={row => ({
        title: clientOf(row).name,
        chip:
          row.need === 'none' || row.need === 'nothing-more' ? (
            <ContractStatus status={row.status} />
          ) : (
            <ContractNeedTag need={row.need} />
          ),
        meta: `${row.number} · ${formatMoney(row.total, language)} · ${formatDateRange(row.firstDay, row.lastDay, language)}`,
      })}
    />
  )
}
