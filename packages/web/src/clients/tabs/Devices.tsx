import { Button, Menu } from '@mantine/core'
import {
  countDevices,
  exportDevices,
  getDevice,
  listDevices,
  retireDevice,
  returnDevice,
} from '@pactdesk/domain/service-support/configuration/routes'
import type { DeviceRow } from '@pactdesk/domain/service-support/configuration/views'
import { listSites } from '@pactdesk/domain/tenancy/routes'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useApiMutation } from '../../api/mutation.ts'
import { useProblemText } from '../../api/problem.ts'
import { useApiPages, useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { localDay } from '../../parts/band/local-day.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import { ticker } from '../../time/ticker.ts'
import css from '../clients.module.css'
import { DeviceForm } from '../forms/DeviceForm.tsx'
import { SheetImport } from '../forms/SheetImport.tsx'

const reasons = ['sold', 'scrapped', 'lost', 'replaced', 'moved-away', 'entered-by-mistake'] as const

/** The register of a client's devices: what its contracts count and what its visits work through. */
export function Devices({ client, zone }: { client: string; zone: string }) {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const text = useProblemText()
  const [open, setOpen] = useState<'new' | 'sheet' | { device: string }>()
  const today = localDay(ticker.now(), zone)
  const pages = useApiPages(listDevices, { params: { client }, query: { limit: 100 } }, value => value)
  const sites = useApiQuery(listSites, { params: { client }, query: { limit: 200 } })
  const count = useApiQuery(countDevices, { params: { client }, query: { on: today } })
  const wanted = typeof open === 'object' ? open.device : ''
  const edited = useApiQuery(getDevice, { params: { client, device: wanted } }, { enabled: wanted !== '' })
  const refreshes = [listDevices, countDevices, getDevice]
  const retire = useApiMutation(retireDevice, { refreshes })
  const back = useApiMutation(returnDevice, { refreshes })
  const mayEdit = useHasRole('admin', 'service-desk', 'technician', 'configuration-manager', 'account-manager')
  const failure = retire.error ?? back.error
  const openSites = sites.data?.value.items.filter(({ status }) => status === 'open') ?? []
  const siteName = (id: string): string => {
    const site = sites.data?.value.items.find(one => one.id === id)
    return site ? inLanguage(site.name, language) : id
  }
  const download = async (): Promise<void> => {
    const { value } = await api.call(exportDevices, { params: { client } })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([value.csv], { type: 'text/csv' }))
    link.download = value.name
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const protection = (answer: DeviceRow['backup']) =>
    answer === 'unknown' ? '–' : <Tag tone={answer === 'yes' ? 'good' : 'warn'}>{t(`protection.${answer}`)}</Tag>
  const columns: Column<DeviceRow>[] = [
    { key: 'id', header: t('device.id'), cell: row => row.id },
    { key: 'name', header: t('device.name'), grow: true, cell: row => row.name },
    { key: 'class', header: t('device.class'), cell: row => t(`class.${row.class}`) },
    { key: 'site', header: t('device.site'), cell: row => siteName(row.site) },
    { key: 'antivirus', header: t('device.antivirus'), cell: row => protection(row.antivirus) },
    { key: 'backup', header: t('device.backup'), cell: row => protection(row.backup) },
    { key: 'status', header: t('client.status'), cell: row => <Tag>{t(`device.state.${row.status}`)}</Tag> },
    {
      key: 'actions',
      header: '',
      cell: row =>
        mayEdit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="subtle" px={6} aria-label={t('device.actions', { id: row.id })}>
                <IconChevronDown size={16} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {row.status === 'in-service' ? (
                <>
                  <Menu.Item onClick={() => setOpen({ device: row.id })}>{t('change')}</Menu.Item>
                  <Menu.Label>{t('device.retire')}</Menu.Label>
                  {reasons.map(reason => (
                    <Menu.Item
                      key={reason}
                      onClick={() =>
                        void retire
                          .send({ params: { client, device: row.id }, body: { on: today, reason } })
                          .then(
                            done =>
                              done &&
                              sayDone(
                                t('device.retired', { id: row.id }),
                                () => void back.send({ params: { client, device: row.id }, body: { on: today } }),
                              ),
                          )
                      }
                    >
                      {t(`reason.${reason}`)}
                    </Menu.Item>
                  ))}
                </>
              ) : (
                <Menu.Item onClick={() => void back.send({ params: { client, device: row.id }, body: { on: today } })}>
                  {t('device.return')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        ),
    },
  ]
  const add = mayEdit && (
    <>
      <Button onClick={() => setOpen('sheet')}>{t('sheet.open')}</Button>
      <Button variant="filled" onClick={() => setOpen('new')}>
        {t('device.new')}
      </Button>
    </>
  )
  return (
    <>
      <div className={css.bar}>
        <h2>
          {t('tab.devices')}
          {count.data && <span className={css.hint}> {t('device.inService', { count: count.data.value.total })}</span>}
        </h2>
        {pages.items && pages.items.length > 0 && <Button onClick={() => void download()}>{t('sheet.export')}</Button>}
        {add}
      </div>
      {failure !== null && (
        <p className={`${css.error} ${css.inset}`} role="alert">
          {text(failure)}
        </p>
      )}
      <Region query={{ data: pages.items, error: pages.error, refetch: pages.refetch as never }} failed={t('failed.devices')}>
        {rows =>
          rows.length === 0 ? (
            <div className={css.inset}>
              <EmptyState kind="not-begun" title={t('device.none')} action={add}>
                {t('device.noneText')}
              </EmptyState>
            </div>
          ) : (
            <DataTable
              dense
              label={t('tab.devices')}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              onOpen={row => mayEdit && row.status === 'in-service' && setOpen({ device: row.id })}
              onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
              loadingMore={pages.isFetchingNextPage}
              phone={row => ({
                title: `${row.id} ${row.name}`,
                chip: <Tag>{t(`class.${row.class}`)}</Tag>,
                meta: `${siteName(row.site)} · ${t('device.antivirus')} ${t(`protection.${row.antivirus}`)} · ${t('device.backup')} ${t(`protection.${row.backup}`)}`,
              })}
            />
          )
        }
      </Region>
      {open === 'sheet' && <SheetImport client={client} onClose={() => setOpen(undefined)} />}
      {open === 'new' && sites.data && (
        <DeviceForm client={client} sites={openSites} today={today} onClose={() => setOpen(undefined)} />
      )}
      {edited.data && edited.data.value.id === wanted && (
        <DeviceForm
          key={wanted}
          client={client}
          sites={openSites}
          today={today}
          device={edited.data.value}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
