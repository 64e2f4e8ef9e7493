import type { DeskView, QueueRow } from '@pactdesk/domain/service-desk/queue'
import { formatDateTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { PriorityBars } from '../../parts/marks/PriorityBars.tsx'
import { PromiseChip } from '../../parts/promise/PromiseChip.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { DataTable } from '../../parts/table/DataTable.tsx'
import { promiseOf } from '../../ticket/promise.ts'
import { useClients } from '../../ticket/use-places.ts'
import { useStaffNames } from '../ticket/use-staff.ts'
import { columnsOf, levelOf, Subject } from './columns.tsx'
import css from './queue.module.css'
import { useSettled } from './use-settled.ts'

type Props = {
  view: DeskView
  rows: readonly QueueRow[]
  /** Of the view, before the text filter. */
  all: readonly QueueRow[]
  /** The promise that is due next, for an empty list. */
  next: QueueRow | undefined
  asOf: string
  filter: string | undefined
  onDropFilter: () => void
  changed: ReadonlySet<string>
  selected: ReadonlySet<string>
  onSelect: (number: string) => void
  current: string | undefined
  onCurrent: (number: string) => void
  onOpen: (number: string) => void
}

const keyOf = (row: QueueRow): string => row.number

/** The rows by time left. None jumps while it is aimed at: "3 moved" puts them in order. */
export function QueueList(props: Props) {
  const { view, rows, all, next, asOf, filter, onDropFilter, changed, selected, onSelect } = props
  const { t } = useTranslation('desk')
  const { t: status } = useTranslation('ticket')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const zone = useProviderZone()
  const { clientOf } = useClients()
  const settled = useSettled(rows, keyOf, `${view} ${filter ?? ''}`)
  const nameOf = useStaffNames()
  const looks = { t, part, status, asOf, zone, clientOf, nameOf, changed, selected, onSelect }
  if (rows.length === 0)
    return (
      <div className={css.empty}>
        {all.length > 0 && filter ? (
          <EmptyState kind="filtered" filter={filter} onDrop={onDropFilter}>
            {t('empty.filtered', { filter, count: all.length })}
          </EmptyState>
        ) : view === 'all' ? (
          <EmptyState kind="well" title={t('empty.view.all')}>
            {t('empty.begin')}
          </EmptyState>
        ) : (
          <EmptyState kind="well" title={t(`empty.view.${view}`)}>
            {next?.promise.deadline &&
              t('empty.next', { when: formatDateTime(next.promise.deadline, zone, language), number: next.number })}
          </EmptyState>
        )}
      </div>
    )
  return (
    <div {...settled.pointer}>
      {settled.moved > 0 && (
        <button type="button" className={css.moved} onClick={settled.sort}>
          {t('moved', { count: settled.moved })}
        </button>
      )}
      <DataTable
        label={t(`view.${view}`)}
        columns={columnsOf(looks)}
        rows={settled.rows}
        rowKey={keyOf}
        clickSelects
        current={props.current}
        onCurrent={props.onCurrent}
        onOpen={row => props.onOpen(row.number)}
        phone={row => ({
          title: <Subject row={row} looks={looks} />,
          chip: <PromiseChip view={promiseOf(row.promise, asOf)} zone={zone} />,
          meta: (
            <>
              <PriorityBars level={levelOf(row)} />
              <span>{row.number}</span>
              <span>{clientOf(row.client).label}</span>
              <span>{nameOf(row.assignee) ?? t('people.nobody')}</span>
            </>
          ),
        })}
      />
    </div>
  )
}
