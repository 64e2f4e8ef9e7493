import { Checkbox } from '@mantine/core'
import type { QueueRow } from '@pactdesk/domain/service-desk/queue'
import { IconAlertOctagon } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { Avatar, ClientMark } from '../../parts/marks/Avatar.tsx'
import { PriorityBars } from '../../parts/marks/PriorityBars.tsx'
import { Tag } from '../../parts/marks/Tag.tsx'
import { PromiseChip } from '../../parts/promise/PromiseChip.tsx'
import type { Column } from '../../parts/table/DataTable.tsx'
import { AgoText } from '../../parts/text/Text.tsx'
import { KindMark } from '../../ticket/KindMark.tsx'
import { promiseOf } from '../../ticket/promise.ts'
import type { useClients } from '../../ticket/use-places.ts'
import type { useStaffNames } from '../ticket/use-staff.ts'
import css from './queue.module.css'

export const levelOf = ({ priority }: Pick<QueueRow, 'priority'>): 1 | 2 | 3 | 4 | 5 =>
  Number(priority.slice(1)) as 1 | 2 | 3 | 4 | 5

type Looks = {
  t: TFunction<'desk'>
  status: TFunction<'ticket'>
  part: TFunction<'parts'>
  asOf: string
  zone: string
  clientOf: ReturnType<typeof useClients>['clientOf']
  nameOf: ReturnType<typeof useStaffNames>
  changed: ReadonlySet<string>
  selected: ReadonlySet<string>
  onSelect: (number: string) => void
}

/** Subject with what is unusual before it: severe, new, resolved, somebody contests, a quote is open. */
export function Subject({ row, looks: { t, part, status, changed } }: { row: QueueRow; looks: Looks }) {
  return (
    <span className={css.subject} data-new={row.status === 'new' || undefined} data-done={row.status === 'resolved' || undefined}>
      {changed.has(row.number) && <span className={css.dot} title={t('row.changed')} />}
      {row.severe && (
        <Tag tone="bad" icon={IconAlertOctagon}>
          {t('row.severe')}
        </Tag>
      )}
      {row.status === 'new' && <Tag tone="accent">{status('status.new')}</Tag>}
      {row.status === 'resolved' && <Tag>{status('status.resolved')}</Tag>}
      {row.waitingOn && row.promise.state !== 'paused' && (
        <Tag tone="quiet">{t('row.waits', { whom: part(`waitsFor.${row.waitingOn}`) })}</Tag>
      )}
      {(row.disputed || row.contested) && <Tag tone="warn">{t(row.contested ? 'row.contested' : 'row.disputed')}</Tag>}
      {row.outOfScope && <Tag tone="plain">{t(row.quoted ? 'row.quoted' : 'row.outOfScope')}</Tag>}
      {row.onSite && <Tag tone="quiet">{t(`row.onSite.${row.onSite}`)}</Tag>}
      <span>{row.subject}</span>
    </span>
  )
}

/** Columns of the queue; the promise's chip counts by itself. */
export function columnsOf(looks: Looks): Column<QueueRow>[] {
  const { t, zone, asOf, clientOf, nameOf, selected, onSelect } = looks
  return [
    {
      key: 'select',
      header: <span className="hidden-text">{t('column.select')}</span>,
      cell: row => (
        <Checkbox
          radius={4}
          aria-label={t('row.select', { number: row.number })}
          checked={selected.has(row.number)}
          tabIndex={-1}
          onChange={() => onSelect(row.number)}
        />
      ),
    },
    { key: 'priority', header: t('column.priority'), cell: row => <PriorityBars level={levelOf(row)} /> },
    {
      key: 'number',
      header: t('column.number'),
      cell: row => (
        <span className={css.number}>
          <KindMark kind={row.kind} />
          {row.number}
        </span>
      ),
    },
    { key: 'subject', header: t('column.subject'), grow: true, cell: row => <Subject row={row} looks={looks} /> },
    {
      key: 'client',
      header: t('column.client'),
      cell: row => {
        const { label, mark } = clientOf(row.client)
        return (
          <span className={css.client}>
            <ClientMark name={label} mark={mark} /> {label}
          </span>
        )
      },
    },
    { key: 'to', header: t('column.to'), cell: row => <Avatar name={nameOf(row.assignee)} /> },
    { key: 'promise', header: t('column.promise'), cell: row => <PromiseChip view={promiseOf(row.promise, asOf)} zone={zone} /> },
    {
      key: 'updated',
      header: t('column.updated'),
      align: 'right',
      cell: row => <AgoText instant={row.updatedAt} zone={zone} />,
    },
  ]
}
