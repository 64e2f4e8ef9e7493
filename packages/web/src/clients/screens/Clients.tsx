import { Button, TextInput } from '@mantine/core'
import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { listClients } from '@pactdesk/domain/tenancy/routes'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import * as z from 'zod'
import { useApiPages } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { ClientMark } from '../../parts/marks/Avatar.tsx'
import { Tag } from '../../parts/marks/Tag.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import css from '../clients.module.css'
import { ClientForm } from '../forms/ClientForm.tsx'

type Row = ResponseOf<typeof listClients>['items'][number]
const Address = z.object({ q: z.string().catch('').default('') })

const matches = ({ id, name }: Row, q: string): boolean =>
  `${id} ${name.zh} ${name.en}`.toLowerCase().includes(q.trim().toLowerCase())

/** Clients that the provider serves. */
export default function Clients() {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const navigate = useNavigate()
  const zone = useProviderZone()
  const [{ q }, change] = useAddress(Address)
  const [creating, setCreating] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const pages = useApiPages(listClients, { query: { limit: 200 } }, value => value)
  const mayEdit = useHasRole('admin', 'account-manager')
  useKeys({ '/': () => field.current?.focus(), ...(mayEdit && { c: () => setCreating(true) }) })
  const open = (id: string, tab?: string): void =>
    void navigate({ to: '/clients/$id', params: { id }, ...(tab && { search: { tab } as never }) })
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('client.name'),
      grow: true,
      cell: row => (
        <>
          <ClientMark mark={row.mark} name={inLanguage(row.name, language)} /> {inLanguage(row.name, language)}
        </>
      ),
    },
    {
      key: 'other',
      header: language === 'en' ? '中文' : 'English',
      cell: row => (language === 'en' ? row.name.zh : row.name.en),
    },
    { key: 'key', header: t('client.key'), cell: row => row.id },
    {
      key: 'status',
      header: t('client.status'),
      cell: row => <Tag tone={row.status === 'active' ? 'good' : 'quiet'}>{t(`client.state.${row.status}`)}</Tag>,
    },
  ]
  const add = mayEdit && (
    <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {t('client.new')}
    </Button>
  )
  return (
    <ConsolePage bare crumbs={[{ label: t('title') }]} action={add}>
      <Region query={{ data: pages.items, error: pages.error, refetch: pages.refetch as never }} failed={t('failed.clients')}>
        {all => {
          const rows = all.filter(row => matches(row, q))
          if (all.length === 0)
            return (
              <div className={css.inset}>
                <EmptyState kind="not-begun" title={t('client.none')} action={add}>
                  {t('client.noneText')}
                </EmptyState>
              </div>
            )
          return (
            <>
              <div className={css.bar}>
                <TextInput
                  ref={field}
                  maw={320}
                  aria-label={t('client.filter')}
                  placeholder={t('client.filter')}
                  leftSection={<IconSearch size={16} />}
                  value={q}
                  onChange={event => change({ q: event.currentTarget.value })}
                />
              </div>
              {rows.length === 0 ? (
                <div className={css.inset}>
                  <EmptyState kind="filtered" filter={q} onDrop={() => change({ q: '' })}>
                    {t('client.filtered', { count: all.length })}
                  </EmptyState>
                </div>
              ) : (
                <DataTable
                  label={t('title')}
                  columns={columns}
                  rows={rows}
                  rowKey={({ id }) => id}
                  onOpen={({ id }) => open(id)}
                  onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
                  loadingMore={pages.isFetchingNextPage}
                  phone={row => ({
                    title: (
                      <>
                        <ClientMark mark={row.mark} name={inLanguage(row.name, language)} /> {inLanguage(row.name, language)}
                      </>
                    ),
                    chip: row.status === 'active' ? <Tag>{row.id}</Tag> : <Tag>{t(`client.state.${row.status}`)}</Tag>,
                    meta: [language === 'en' ? row.name.zh : row.name.en, row.status !== 'active' && row.id]
                      .filter(Boolean)
                      .join(' · '),
                  })}
                />
              )}
            </>
          )
        }}
      </Region>
      {creating && (
        <ClientForm
          zone={zone}
          onClose={() => setCreating(false)}
          onCreated={key => {
            setCreating(false)
            open(key, 'sites')
          }}
        />
      )}
    </ConsolePage>
  )
}
