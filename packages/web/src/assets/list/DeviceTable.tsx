import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { DeviceRow } from '@pactdesk/domain/service-support/configuration/views'
import { IconArchive, IconCheck } from '@tabler/icons-react'
import { formatDate } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import css from './assets.module.css'
import { ProtectionMark } from './ProtectionMark.tsx'

type Props = {
  label: string
  devices: readonly DeviceRow[]
  siteOf: (id: string) => string
  /** Asks to retire a device or to return it; absent for who may not. */
  onService?: ((device: DeviceRow) => void) | undefined
  onMore?: (() => void) | undefined
}

/** Devices with class, site, first day of their current service and what protects them. On a phone a tap retires or returns. */
export function DeviceTable({ label, devices, siteOf, onService, onMore }: Props) {
  const { t } = useTranslation('assets')
  const language = useLanguage()
  const small = useMediaQuery('(max-width: 767px)', window.innerWidth < 768)
  const since = ({ service }: DeviceRow): string => {
    const last = service.at(-1)
    if (!last) return '—'
    const from = formatDate(last.from, language, 'plain')
    return last.to ? `${from} ${t('until', { date: formatDate(last.to, language, 'plain') })}` : from
  }
  const status = (device: DeviceRow) => (
    <Tag tone={device.status === 'in-service' ? 'good' : 'quiet'} icon={device.status === 'in-service' ? IconCheck : IconArchive}>
      {t(`status.${device.status}`)}
    </Tag>
  )
  const columns: Column<DeviceRow>[] = [
    { key: 'id', header: t('column.id'), cell: device => device.id },
    {
      key: 'name',
      header: t('column.name'),
      grow: true,
      cell: device => (
        <>
          {device.name} {device.standby && <Tag tone="accent">{t('standby')}</Tag>}
        </>
      ),
    },
    { key: 'class', header: t('column.class'), cell: device => t(`class.${device.class}`) },
    { key: 'site', header: t('column.site'), cell: device => siteOf(device.site) },
    { key: 'since', header: t('column.since'), cell: device => <span className="tabular">{since(device)}</span> },
    { key: 'antivirus', header: t('column.antivirus'), cell: device => <ProtectionMark value={device.antivirus} /> },
    { key: 'backup', header: t('column.backup'), cell: device => <ProtectionMark value={device.backup} /> },
    { key: 'status', header: t('column.status'), cell: status },
  ]
  const act: Column<DeviceRow> = {
    key: 'act',
    header: t('column.act'),
    cell: device => (
      <Button size="compact-xs" variant="subtle" onClick={() => onService?.(device)}>
        {t(device.status === 'in-service' ? 'retire' : 'return')}
      </Button>
    ),
  }
  return (
    <div className={css.table}>
      <DataTable
        dense
        label={label}
        columns={onService ? [...columns, act] : columns}
        rows={devices}
        rowKey={device => device.id}
        onMore={onMore}
        {...(small && onService && { onOpen: onService })}
        phone={device => ({
          title: device.name,
          chip: status(device),
          meta: `${t(`class.${device.class}`)} · ${siteOf(device.site)} · ${since(device)}`,
        })}
      />
    </div>
  )
}
