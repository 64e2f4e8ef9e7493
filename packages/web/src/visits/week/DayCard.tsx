import type { VisitRow } from '@pactdesk/domain/outsourcing/field-service/views'
import { useNavigate } from '@tanstack/react-router'
import { formatTimeRange } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Avatar, ClientMark } from '../../parts/marks/Avatar.tsx'
import { Tag } from '../../parts/marks/Tag.tsx'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import { DateText } from '../../parts/text/Text.tsx'
import type { useClients } from '../../ticket/use-places.ts'
import { SiteName } from '../parts/SiteName.tsx'
import { VisitStatusTag } from '../parts/VisitStatusTag.tsx'
import css from './week.module.css'

type Props = {
  date: string
  rows: readonly VisitRow[]
  today: boolean
  zone: string
  clientOf: ReturnType<typeof useClients>['clientOf']
}

/** The visits of one day, opened by Enter, click or thumb. Agreed times are told in the provider's zone. */
export function DayCard({ date, rows, today, zone, clientOf }: Props) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const navigate = useNavigate()
  const window = (row: VisitRow): string => (row.window ? formatTimeRange(row.window.from, row.window.to, zone, language) : '—')
  const client = (row: VisitRow) => (
    <span className={css.cell}>
      <ClientMark name={clientOf(row.client).label} mark={clientOf(row.client).mark} />
      {clientOf(row.client).label}
    </span>
  )
  const who = (row: VisitRow) => (
    <span className={css.cell}>
      <Avatar name={row.technician?.name} size={18} />
      {row.technician?.name ?? <span className={css.quiet}>{t('unassigned')}</span>}
    </span>
  )
  const work = (row: VisitRow) => (
    <span className={css.cell}>
      {t(`kind.${row.kind}`)}
      {row.tickets.length > 0 && <span className={css.quiet}>{row.tickets.join(' ')}</span>}
      {row.devices > 0 && <span className={css.quiet}>{t('devices', { count: row.devices })}</span>}
      {row.mode === 'remote' && <Tag>{t('remote')}</Tag>}
      {row.notMaintained > 0 && <Tag tone="warn">{t('notMaintained', { count: row.notMaintained })}</Tag>}
      {row.provisional && (
        <span title={t('provisionalWhy')}>
          <Tag tone="warn">{t('provisional')}</Tag>
        </span>
      )}
    </span>
  )
  const columns: Column<VisitRow>[] = [
    { key: 'when', header: t('column.when'), cell: row => <span className="tabular">{window(row)}</span> },
    { key: 'technician', header: t('column.technician'), cell: who },
    { key: 'client', header: t('column.client'), cell: client },
    { key: 'site', header: t('column.site'), cell: row => <SiteName client={row.client} site={row.site} /> },
    { key: 'work', header: t('column.work'), cell: work, grow: true },
    { key: 'status', header: t('column.status'), cell: row => <VisitStatusTag visit={row} /> },
  ]
  return (
    <section className={`${css.day} ${today ? css.today : ''}`}>
      <h2>
        <DateText date={date} style="day" />
        {today && <Tag tone="accent">{t('today')}</Tag>}
        <small>{rows.length}</small>
      </h2>
      <DataTable
        label={t('listLabel', { week: date })}
        columns={columns}
        rows={rows}
        rowKey={row => row.id}
        onOpen={row => void navigate({ to: '/visits/$id', params: { id: row.id }, search: { client: row.client } as never })}
        phone={row => ({
          title: clientOf(row.client).label,
          chip: <VisitStatusTag visit={row} />,
          meta: (
            <>
              {row.window ? `${window(row)} · ` : ''}
              {row.tickets.length > 0 ? row.tickets.join(' ') : t(`kind.${row.kind}`)} ·{' '}
              <SiteName client={row.client} site={row.site} />
              {` · ${row.technician?.name ?? t('unassigned')}`}
            </>
          ),
        })}
      />
    </section>
  )
}
