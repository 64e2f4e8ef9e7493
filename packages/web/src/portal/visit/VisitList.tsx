import type { VisitRow } from '@pactdesk/domain/outsourcing/field-service/views'
import { useNavigate } from '@tanstack/react-router'
import { formatDate, formatTimeRange } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import { useSites } from '../../ticket/use-places.ts'
import { VisitStatusTag } from '../../visits/parts/VisitStatusTag.tsx'
import { useClientKey } from '../use-client.ts'

/** Visits as rows: when, for what, who, where, how they stand. */
export function VisitList({ label, visits }: { label: string; visits: readonly VisitRow[] }) {
  const { t } = useTranslation('portal-visits')
  const { t: word } = useTranslation('visits')
  const language = useLanguage()
  const navigate = useNavigate()
  const own = useProviderZone()
  const { sites, nameOf } = useSites(useClientKey())
  const when = ({ date, window, site }: VisitRow): string => {
    const zone = sites.find(({ id }) => id === site)?.zone ?? own
    const day = formatDate(date, language, 'full')
    return window ? `${day} ${formatTimeRange(window.from, window.to, zone, language)}` : day
  }
  const what = ({ kind, tickets, devices }: VisitRow): string =>
    kind === 'ticket'
      ? `${word('kind.ticket')} ${tickets.join(', ')}`
      : `${word(`kind.${kind}`)} · ${word('devices', { count: devices })}`
  const columns: Column<VisitRow>[] = [
    { key: 'when', header: t('column.when'), cell: when },
    { key: 'what', header: t('column.what'), grow: true, cell: what },
    { key: 'who', header: t('column.who'), cell: row => row.technician?.name ?? t('nobody') },
    { key: 'site', header: t('column.site'), cell: row => nameOf(row.site) },
    { key: 'status', header: t('column.status'), cell: row => <VisitStatusTag visit={row} /> },
  ]
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={visits}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: '/portal/visits/$id', params: { id } })}
      phone={row => ({
        title: when(row),
        chip: <VisitStatusTag visit={row} />,
        meta: (
          <>
            <span>{what(row)}</span>
            <span>{row.technician?.name ?? t('nobody')}</span>
          </>
        ),
      })}
    />
  )
}
