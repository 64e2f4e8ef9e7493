import { Button, Select } from '@mantine/core'
import { addMonths, localDateOf, monthOf } from '@pactdesk/domain/kernel/time'
import { listClosedTickets, listMyRequests, listOpenTickets } from '@pactdesk/domain/service-desk/routes'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import * as z from 'zod'
import { useApiPages, useApiQuery } from '../../api/query.ts'
import { formatMonth } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useAddress } from '../../layout/use-address.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { Choice } from '../../ticket/Choice.tsx'
import { useNow } from '../../time/use-now.ts'
import { Emergency } from '../request/Emergency.tsx'
import { RequestTable } from '../request/RequestTable.tsx'
import css from '../request/request.module.css'
import { byTurn } from '../request/standing.ts'
import { useClientKey, useDecides } from '../use-client.ts'

const lists = ['open', 'mine', 'closed'] as const
const Address = z.object({
  list: z.enum(lists).optional().catch(undefined),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional()
    .catch(undefined),
})

/** One's own requests; who decides for the company sees all of its tickets, and the closed ones by month. */
export default function Requests() {
  const { t } = useTranslation('portal')
  const decides = useDecides()
  const [{ list = decides ? 'open' : 'mine', month }, change] = useAddress(Address)
  return (
    <>
      <div className={css.bar}>
        <h1>{t('requests.title')}</h1>
        <Button component={Link} to="/portal/requests/new" variant="filled" leftSection={<IconPlus size={18} stroke={1.8} />}>
          {t('raise')}
        </Button>
      </div>
      <div className={css.stretch}>
        <Emergency />
      </div>
      {decides && (
        <div className={css.bar}>
          <Choice
            label={t('requests.show')}
            options={lists.map(value => ({ value, label: t(`requests.list.${value}`) }))}
            value={list}
            onChange={next => change({ list: next })}
          />
          {list === 'closed' && <MonthChoice month={month} onChange={next => change({ month: next })} />}
        </div>
      )}
      {list === 'mine' || !decides ? <Mine /> : list === 'open' ? <Open /> : <Closed month={month} />}
    </>
  )
}

function useMonths(): string[] {
  const zone = useProviderZone()
  const first = `${monthOf(localDateOf(new Date(useNow()).toISOString(), zone))}-01`
  return Array.from({ length: 13 }, (_, back) => monthOf(addMonths(first, -back)))
}

function MonthChoice({ month, onChange }: { month: string | undefined; onChange: (month: string) => void }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const months = useMonths()
  return (
    <Select
      label={t('requests.month')}
      data={months.map(value => ({ value, label: formatMonth(value, language) }))}
      value={month ?? months[0] ?? null}
      onChange={value => value && onChange(value)}
      allowDeselect={false}
    />
  )
}

function Mine() {
  const { t } = useTranslation('portal')
  const client = useClientKey()
  const pages = useApiPages(listMyRequests, { params: { client }, query: { limit: 50 } }, value => value, { live: true })
  if (!pages.items) return <Waiting error={pages.error} onRetry={() => void pages.refetch()} />
  if (pages.items.length === 0)
    return (
      <EmptyState kind="not-begun" title={t('requests.none')}>
        {t('requests.begin')}
      </EmptyState>
    )
  return (
    <div className={css.list}>
      <RequestTable
        label={t('requests.list.mine')}
        rows={byTurn(pages.items, false)}
        onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
        loadingMore={pages.isFetchingNextPage}
      />
    </div>
  )
}

function Open() {
  const { t } = useTranslation('portal')
  const client = useClientKey()
  const answer = useApiQuery(listOpenTickets, { params: { client } }, { live: true })
  if (!answer.data) return <Waiting error={answer.error} onRetry={() => void answer.refetch()} />
  const { rows } = answer.data.value
  if (rows.length === 0)
    return (
      <EmptyState kind="well" title={t('requests.allWell')}>
        {t('requests.begin')}
      </EmptyState>
    )
  return (
    <div className={css.list}>
      <RequestTable label={t('requests.list.open')} rows={byTurn(rows, true)} requester />
    </div>
  )
}

function Closed({ month }: { month: string | undefined }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const client = useClientKey()
  const [current = ''] = useMonths()
  const asked = month ?? current
  const pages = useApiPages(listClosedTickets, { params: { client }, query: { month: asked, limit: 50 } }, value => value)
  if (!pages.items) return <Waiting error={pages.error} onRetry={() => void pages.refetch()} />
  if (pages.items.length === 0)
    return <EmptyState kind="well" title={t('requests.noneClosed', { month: formatMonth(asked, language) })} />
  return (
    <div className={css.list}>
      <RequestTable
        label={t('requests.list.closed')}
        rows={pages.items}
        requester
        onMore={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
        loadingMore={pages.isFetchingNextPage}
      />
    </div>
  )
}

function Waiting({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('portal')
  return error ? <ErrorPanel title={t('requests.failed')} error={error} onRetry={onRetry} /> : <Skeletons count={6} />
}
