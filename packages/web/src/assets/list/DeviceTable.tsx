import type { DeviceRow } from '@pactdesk/domain/service-support/configuration/views'
import { IconArchive, IconCheck, IconShieldOff } from '@tabler/icons-react'
import { formatDate } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import css from './assets.module.css'
import { ProtectionMark } from './ProtectionMark.tsx'
import { RowMenu } from './RowMenu.tsx'

type Props = {
  label: string
  devices: readonly DeviceRow[]
  siteOf: (id: string) => string
  /** Absent for who may not. */
  onChange?: (device: DeviceRow) => void
  onService?: (device: DeviceRow) => void
  onMore?: (() => void) | undefined
  loadingMore?: boolean
}

/** Devices with class, site, first day of their current service and what protects them; one opens to be changed. */
export function DeviceTable({ label, devices, siteOf, onChange, onService, onMore, loadingMore }: Props) {
  const { t } = useTranslation('assets')
  const language = useLanguage()
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
  /** What clause 2(2)(3) asks of a PC and is known to be missing. */
  const gapOf = (device: DeviceRow) =>
    (['antivirus', 'backup'] as const).some(kind => device[kind] === 'no') ? (
      <Tag tone="warn" icon={IconShieldOff}>
        {t('unprotected')}
      </Tag>
    ) : undefined
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
  const menu = (device: DeviceRow) =>
    onChange && onService && <RowMenu device={device} onChange={() => onChange(device)} onService={() => onService(device)} />
  return (
    <div className={css.table}>
      <DataTable
        dense
        label={label}
        columns={onService ? [...columns, { key: 'act', header: '', cell: menu }] : columns}
        rows={devices}
        rowKey={device => device.id}
        onMore={onMore}
        loadingMore={loadingMore ?? false}
        {...(onChange && { onOpen: (device: DeviceRow) => device.status === 'in-service' && onChange(device) })}
        phone={device => ({
          title: device.name === device.id ? device.id : `${device.id} ${device.name}`,
          chip: device.status === 'in-service' ? gapOf(device) : status(device),
          meta: `${t(`class.${device.class}`)} · ${siteOf(device.site)} · ${since(device)}`,
          action: menu(device),
        })}
      />
    </div>
  )
}
