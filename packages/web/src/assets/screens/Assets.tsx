import { Button, Select } from '@mantine/core'
import { exportDevices, listDevices } from '@pactdesk/domain/service-support/configuration/routes'
import { type DeviceRow, deviceEditors } from '@pactdesk/domain/service-support/configuration/views'
import { useState } from 'react'
import * as z from 'zod'
import { api } from '../../api/api.ts'
import { useApiPages } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { localDay } from '../../parts/band/local-day.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { Choice } from '../../ticket/Choice.tsx'
import { useClients, useSites } from '../../ticket/use-places.ts'
import { useNow } from '../../time/use-now.ts'
import { AddDevice } from '../list/AddDevice.tsx'
import css from '../list/assets.module.css'
import { DeviceTable } from '../list/DeviceTable.tsx'
import { ImportSheet } from '../list/ImportSheet.tsx'
import { ServiceDialog } from '../list/ServiceDialog.tsx'

const Address = z.object({ client: z.string().max(16).optional(), show: z.enum(['in-service', 'all']).default('in-service') })

/** Saves the sheet under its name, as a download of the browser. */
async function download(client: string): Promise<void> {
  const { value } = await api.call(exportDevices, { params: { client } })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([value.csv], { type: 'text/csv' }))
  link.download = value.name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Devices of a client: what stands where, since when, and what protects it. */
export default function Assets() {
  const { t } = useTranslation('assets')
  const [address, change] = useAddress(Address)
  const today = localDay(useNow(), useProviderZone())
  const may = useHasRole(...deviceEditors)
  const { clients, clientOf } = useClients()
  const client = address.client ?? clients[0]?.id
  const { nameOf } = useSites(client)
  const [asked, setAsked] = useState<'add' | 'import' | DeviceRow>()
  const [failure, setFailure] = useState<unknown>()
  const pages = useApiPages(listDevices, { params: { client: client ?? '-' }, query: { limit: 200 } }, value => value, {
    enabled: client !== undefined,
  })
  const close = (): void => setAsked(undefined)
  const all = pages.items
  const inService = all?.filter(device => device.status === 'in-service')
  const shown = address.show === 'all' ? all : inService
  const save = (): void => {
    setFailure(undefined)
    if (client) download(client).catch(setFailure)
  }
  return (
    <ConsolePage crumbs={[{ label: t('title') }]}>
      <div className={css.head}>
        <Select
          label={t('client')}
          value={client ?? null}
          allowDeselect={false}
          searchable
          data={clients.map(({ id, label }) => ({ value: id, label }))}
          onChange={next => next && change({ client: next })}
        />
        <Choice
          label={t('column.status')}
          value={address.show}
          onChange={show => change({ show })}
          options={[
            { value: 'in-service', label: t('inService') },
            { value: 'all', label: t('retiredToo') },
          ]}
        />
        <span className={css.count}>{inService && t('count', { count: inService.length })}</span>
        {client && <Button onClick={save}>{t('exportDo')}</Button>}
        {client && may && <Button onClick={() => setAsked('import')}>{t('importDo')}</Button>}
        {client && may && (
          <Button variant="filled" onClick={() => setAsked('add')}>
            {t('add')}
          </Button>
        )}
      </div>
      {failure !== undefined && <ErrorPanel title={t('exportDo')} error={failure} onRetry={save} />}
      {all === undefined || shown === undefined ? (
        pages.error ? (
          <ErrorPanel title={t('failed')} error={pages.error} onRetry={() => void pages.refetch()} />
        ) : (
          <Skeletons count={8} />
        )
      ) : all.length === 0 ? (
        <EmptyState kind="not-begun" title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState kind="filtered" filter={t('filter')} onDrop={() => change({ show: 'all' })}>
          {t('filtered', { count: all.length })}
        </EmptyState>
      ) : (
        <DeviceTable
          label={t('list', { client: clientOf(client ?? '').label })}
          devices={shown}
          siteOf={nameOf}
          onService={may ? setAsked : undefined}
          onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
        />
      )}
      {client && asked === 'add' && <AddDevice client={client} today={today} onClose={close} />}
      {client && asked === 'import' && <ImportSheet client={client} onClose={close} />}
      {client && typeof asked === 'object' && <ServiceDialog client={client} device={asked} today={today} onClose={close} />}
    </ConsolePage>
  )
}
