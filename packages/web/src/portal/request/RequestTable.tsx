import type { QueueRow } from '@pactdesk/domain/service-desk/queue'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import { AgoText } from '../../parts/text/Text.tsx'
import { KindMark } from '../../ticket/KindMark.tsx'
import { useDecides } from '../use-client.ts'
import css from './request.module.css'
import { StandingTag } from './StandingTag.tsx'
import { standingOf } from './standing.ts'

type Props = {
  label: string
  rows: readonly QueueRow[]
  /** Name who asked, in lists of the whole company. */
  requester?: boolean
  onMore?: (() => void) | undefined
  loadingMore?: boolean
}

/** Requests as the client's people see them: subject, whose turn it is, who serves, when it last moved. */
export function RequestTable({ label, rows, requester, onMore, loadingMore }: Props) {
  const { t } = useTranslation('portal')
  const navigate = useNavigate()
  const zone = useProviderZone()
  const decides = useDecides()
  const columns: Column<QueueRow>[] = [
    {
      key: 'number',
      header: t('column.number'),
      cell: row => (
        <span className={css.number}>
          <KindMark kind={row.kind} portal />
          {row.number}
        </span>
      ),
    },
    { key: 'subject', header: t('column.subject'), grow: true, cell: row => row.subject },
    { key: 'standing', header: t('column.standing'), cell: row => <StandingTag standing={standingOf(row, decides)} /> },
    ...(requester ? [{ key: 'requester', header: t('column.requester'), cell: (row: QueueRow) => row.requester }] : []),
    { key: 'assignee', header: t('column.assignee'), cell: row => row.assignee?.name ?? '—' },
    { key: 'updated', header: t('column.updated'), align: 'right', cell: row => <AgoText instant={row.updatedAt} zone={zone} /> },
  ]
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={row => row.number}
      onOpen={row => void navigate({ to: '/portal/requests/$id', params: { id: row.number } })}
      onMore={onMore}
      loadingMore={loadingMore ?? false}
      phone={row => ({
        title: row.subject,
        chip: <StandingTag standing={standingOf(row, decides)} />,
        meta: (
          <>
            <span>{row.number}</span>
            {requester && <span>{row.requester}</span>}
            <AgoText instant={row.updatedAt} zone={zone} />
          </>
        ),
      })}
    />
  )
}
