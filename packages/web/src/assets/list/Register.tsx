import { Button } from '@mantine/core'
import { exportDevices, getDevice, listDevices } from '@pactdesk/domain/service-support/configuration/routes'
import { type DeviceRow, deviceEditors } from '@pactdesk/domain/service-support/configuration/views'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useApiPages, useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { localDay } from '../../parts/band/local-day.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { Choice } from '../../ticket/Choice.tsx'
import { useSites } from '../../ticket/use-places.ts'
import { useNow } from '../../time/use-now.ts'
import css from './assets.module.css'
import { DeviceForm } from './DeviceForm.tsx'
import { DeviceTable } from './DeviceTable.tsx'
import { ServiceDialog } from './ServiceDialog.tsx'
import { SheetImport } from './SheetImport.tsx'
import { saveSheet } from './save-sheet.ts'

export type Shown = 'in-service' | 'all'
type Asked = 'new' | 'sheet' | { change: string } | { service: DeviceRow }
type Props = { client: string; name: string; zone: string; shown: Shown; onShow: (shown: Shown) => void }

/** The register of a client's devices: what its contracts count and what its visits work through. */
export function Register({ client, name, zone, shown, onShow }: Props) {
  const { t } = useTranslation('assets')
  const today = localDay(useNow(), zone)
  const may = useHasRole(...deviceEditors)
  const { nameOf } = useSites(client)
  const [asked, setAsked] = useState<Asked>()
  const [failure, setFailure] = useState<unknown>()
  const pages = useApiPages(listDevices, { params: { client }, query: { limit: 200 } }, value => value)
  const wanted = typeof asked === 'object' && 'change' in asked ? asked.change : undefined
  const edited = useApiQuery(getDevice, { params: { client, device: wanted ?? '' } }, { enabled: wanted !== undefined })
  const close = (): void => setAsked(undefined)
  const save = (): void => {
    setFailure(undefined)
    api.call(exportDevices, { params: { client } }).then(({ value }) => saveSheet(value), setFailure)
  }
  const all = pages.items
  const inService = all?.filter(device => device.status === 'in-service')
  const add = may && (
    <>
      <Button onClick={() => setAsked('sheet')}>{t('importDo')}</Button>
      <Button variant="filled" onClick={() => setAsked('new')}>
        {t('add')}
      </Button>
    </>
  )
  return (
    <>
      <div className={css.head}>
        <Choice
          label={t('column.status')}
          value={shown}
          onChange={onShow}
          options={[
            { value: 'in-service', label: t('inService') },
            { value: 'all', label: t('retiredToo') },
          ]}
        />
        <span className={css.count}>
          {inService && `${t('count', { count: inService.length })}${pages.hasNextPage ? ' +' : ''}`}
        </span>
        {all && all.length > 0 && <Button onClick={save}>{t('exportDo')}</Button>}
        {add}
      </div>
      {failure !== undefined && <ErrorPanel title={t('exportDo')} error={failure} onRetry={save} />}
      <Region query={{ data: all, error: pages.error, refetch: pages.refetch as never }} failed={t('failed')}>
        {devices => {
          const rows = shown === 'all' ? devices : devices.filter(device => device.status === 'in-service')
          if (devices.length === 0)
            return (
              <EmptyState kind="not-begun" title={t('emptyTitle')} action={add}>
                {t('emptyText')}
              </EmptyState>
            )
          if (rows.length === 0)
            return (
              <EmptyState kind="filtered" filter={t('filter')} onDrop={() => onShow('all')}>
                {t('filtered', { count: devices.length })}
              </EmptyState>
            )
          return (
            <DeviceTable
              label={t('list', { client: name })}
              devices={rows}
              siteOf={nameOf}
              {...(may && {
                onChange: (device: DeviceRow) => setAsked({ change: device.id }),
                onService: (device: DeviceRow) => setAsked({ service: device }),
              })}
              onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
              loadingMore={pages.isFetchingNextPage}
            />
          )
        }}
      </Region>
      {asked === 'sheet' && <SheetImport client={client} onClose={close} />}
      {asked === 'new' && <DeviceForm client={client} today={today} onClose={close} />}
      {wanted && edited.data?.value.id === wanted && (
        <DeviceForm key={wanted} client={client} today={today} device={edited.data.value} onClose={close} />
      )}
      {typeof asked === 'object' && 'service' in asked && (
        <ServiceDialog client={client} device={asked.service} today={today} onClose={close} />
      )}
    </>
  )
}
