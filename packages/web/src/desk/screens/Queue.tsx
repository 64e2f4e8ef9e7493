import { Button, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { DeskView, type QueueRow } from '@pactdesk/domain/service-desk/queue'
import { getQueue } from '@pactdesk/domain/service-desk/routes'
import { getTicket, getTimeline } from '@pactdesk/domain/service-support/incident/routes'
import { IconPhonePlus, IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import * as z from 'zod'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { KeyCap, usePageKeys } from '../../parts/KeyboardHelp.tsx'
import { Tag } from '../../parts/marks/Tag.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { useClients } from '../../ticket/use-places.ts'
import { queueKeys } from '../keys.ts'
import { AssignDialog } from '../queue/AssignDialog.tsx'
import { BulkBar } from '../queue/BulkBar.tsx'
import { LogCall } from '../queue/LogCall.tsx'
import { Preview } from '../queue/Preview.tsx'
import { QueueList } from '../queue/QueueList.tsx'
import css from '../queue/queue.module.css'
import { useBulkAssign } from '../queue/use-bulk-assign.ts'
import { useDeskFeed } from '../queue/use-desk-feed.ts'
import { Views } from '../queue/Views.tsx'
import { useStaffNames } from '../ticket/use-staff.ts'

const Address = z.object({
  view: DeskView.catch('all').default('all'),
  q: z.string().optional().catch(undefined),
  ticket: z.string().optional().catch(undefined),
})
const refreshed = [getQueue, getTicket, getTimeline]

/** The desk's day: what must be touched next, by time left on the promise. */
export default function Queue() {
  const { t } = useTranslation('desk')
  const navigate = useNavigate()
  const zone = useProviderZone()
  const mayWork = useHasRole('admin', 'service-desk', 'technician', 'service-manager')
  const [{ view, q, ticket }, change] = useAddress(Address)
  const queue = useApiQuery(getQueue, { query: { view } }, { live: true, keep: true })
  const whole = useApiQuery(getQueue, { query: { view: 'all' } }, { live: true })
  const { changed, seen } = useDeskFeed(refreshed)
  const { clientOf } = useClients()
  const wide = useMediaQuery('(min-width: 1280px)', window.innerWidth >= 1280)
  const phone = useMediaQuery('(max-width: 767px)', window.innerWidth < 768)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [logging, setLogging] = useState(false)
  const [assigning, setAssigning] = useState(false)
  // Whoever pressed R types on while the ticket loads: those letters are no keys.
  const [leaving, setLeaving] = useState(false)
  const bulk = useBulkAssign()
  const nameOf = useStaffNames()
  const search = useRef<HTMLInputElement>(null)

  const data = queue.data?.value
  const wanted = q?.trim().toLowerCase()
  const rows = (data?.rows ?? []).filter(
    row =>
      !wanted || `${row.number} ${row.subject} ${row.requester} ${clientOf(row.client).label}`.toLowerCase().includes(wanted),
  )
  const current = rows.find(row => row.number === ticket)
  const open = (number: string, more: object = {}): void => {
    setLeaving(true)
    void navigate({ to: '/desk/tickets/$id', params: { id: number }, search: { from: view, ...more } as never })
  }
  const toggle = (number: string): void => {
    const next = new Set(selected)
    if (!next.delete(number)) next.add(number)
    setSelected(next)
  }
  const choose = (number: string): void => {
    seen(number)
    change({ ticket: number })
  }
  const targets = selected.size > 0 ? [...selected] : current ? [current.number] : []
  const assign = async (assignee: { id: string; name: string }): Promise<void> => {
    const before = new Map(targets.map(number => [number, data?.rows.find(row => row.number === number)?.assignee ?? null]))
    const done = await bulk.assign(targets, assignee)
    setAssigning(false)
    setSelected(old => new Set([...old].filter(number => !done.includes(number))))
    const back = async (): Promise<void> => {
      for (const number of done) await bulk.assign([number], before.get(number) ?? null)
    }
    if (done.length > 0)
      sayDone(t('assign.done', { count: done.length, name: nameOf(assignee) ?? assignee.name }), () => void back())
  }
  usePageKeys(queueKeys)
  useKeys(
    leaving
      ? {}
      : {
          c: mayWork ? () => setLogging(true) : undefined,
          x: () => current && toggle(current.number),
          a: mayWork && targets.length > 0 ? () => setAssigning(true) : undefined,
          r: current ? () => open(current.number, { compose: 'reply' }) : undefined,
          n: current ? () => open(current.number, { compose: 'note' }) : undefined,
          '/': () => search.current?.focus(),
        },
  )

  return (
    <ConsolePage
      bare
      crumbs={[{ label: t(`view.${view}`) }]}
      besideCrumb={data && <Tag>{data.counts[view]}</Tag>}
      action={
        mayWork && (
          <Button
            variant="filled"
            leftSection={<IconPhonePlus size={16} stroke={1.6} />}
            rightSection={phone ? undefined : <KeyCap>C</KeyCap>}
            onClick={() => setLogging(true)}
          >
            {t('call.open')}
          </Button>
        )
      }
      views={
        <Views
          view={view}
          counts={data?.counts}
          all={whole.data?.value.rows ?? []}
          onView={next => {
            setSelected(new Set())
            change({ view: next, ticket: undefined })
          }}
        />
      }
      asideLabel={t('preview.label')}
      asideOpen={!wide && !phone && current !== undefined}
      onAsideClose={() => change({ ticket: undefined })}
      aside={
        current && !phone ? (
          <Preview
            key={current.number}
            number={current.number}
            zone={zone}
            onOpen={() => open(current.number)}
            onReply={() => open(current.number, { compose: 'reply' })}
          />
        ) : wide ? (
          <p style={{ padding: 16, color: 'var(--text-3)' }}>{t('preview.none')}</p>
        ) : undefined
      }
    >
      <div className={css.toolbar}>
        <TextInput
          ref={search}
          className={css.filter}
          aria-label={t('filter.label')}
          placeholder={t('filter.label')}
          leftSection={<IconSearch size={15} stroke={1.6} />}
          value={q ?? ''}
          onChange={event => change({ q: event.currentTarget.value || undefined })}
        />
        <span className={css.sorted}>{t('sorted')}</span>
      </div>
      {!data && queue.error ? (
        <div className={css.empty}>
          <ErrorPanel title={t('failed')} error={queue.error} onRetry={() => void queue.refetch()}>
            {t('safe')}
          </ErrorPanel>
        </div>
      ) : !data ? (
        <div className={css.empty}>
          <Skeletons count={12} />
        </div>
      ) : (
        <QueueList
          view={view}
          rows={rows}
          all={data.rows}
          next={whole.data?.value.rows.find((row: QueueRow) => row.promise.deadline)}
          asOf={data.asOf}
          filter={q}
          onDropFilter={() => change({ q: undefined })}
          changed={changed}
          selected={selected}
          onSelect={toggle}
          current={ticket}
          onCurrent={choose}
          onOpen={number => open(number)}
        />
      )}
      <BulkBar
        count={selected.size}
        refusals={bulk.refusals}
        onAssign={() => setAssigning(true)}
        onClear={() => {
          bulk.clear()
          setSelected(new Set())
        }}
      />
      <AssignDialog
        opened={assigning}
        onClose={() => setAssigning(false)}
        count={targets.length}
        pending={bulk.pending}
        onAssign={person => void assign(person)}
      />
      <LogCall
        opened={logging}
        onClose={() => setLogging(false)}
        zone={zone}
        onLogged={number => {
          setLogging(false)
          sayDone(t('call.done', { number }))
          choose(number)
        }}
      />
    </ConsolePage>
  )
}
