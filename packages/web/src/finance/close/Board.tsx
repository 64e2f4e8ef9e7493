import { Button } from '@mantine/core'
import { closeMonth, getMonth, listMonthBoard, type MonthView } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { useRef, useState } from 'react'
import { api } from '../../api/api.ts'
import { Intention } from '../../api/intention.ts'
import { useProblemText } from '../../api/problem.ts'
import { refresh, useApiQuery } from '../../api/query.ts'
import { formatMonth } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { formatNumber } from '../../format/number.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { Tag, type Tone } from '../../parts/marks/Tag.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { type Column, DataTable } from '../../parts/table/DataTable.tsx'
import { ClientCell } from '../parts/ClientCell.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import card from '../parts/finance.module.css'
import { useClients } from '../parts/use-finance.ts'
import { EquationCard } from './EquationCard.tsx'
import { boardVerdict, sixStates, sumMonths, type Verdict, verdictOf } from './figures.ts'

const tones: Record<Verdict, Tone> = {
  'not-over': 'quiet',
  blocked: 'warn',
  ready: 'accent',
  empty: 'accent',
  closing: 'accent',
  closed: 'good',
}

/** All clients of a month: one verdict each, their sum as one equation, and closing those that are ready. */
export function Board({ month, onOpen }: { month: string; onOpen: (client: string) => void }) {
  const { t } = useTranslation('finance')
  const [closing, setClosing] = useState(false)
  const board = useApiQuery(listMonthBoard, { params: { month } }, { live: closing, keep: false })
  const now = board.data?.value.items.some(({ status }) => status === 'closing') ?? false
  if (now !== closing) setClosing(now)
  return (
    <Region query={board} failed={t('close.failed')} count={8}>
      {({ value }) => <Shown month={month} months={value.items} onOpen={onOpen} />}
    </Region>
  )
}

function Shown({ month, months, onOpen }: { month: string; months: readonly MonthView[]; onOpen: (client: string) => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const zone = useProviderZone()
  const verdicts = months.map(verdictOf)
  const count = (...of: Verdict[]): number => verdicts.filter(verdict => of.includes(verdict)).length
  const verdict = boardVerdict(months)
  const name = { month: formatMonth(month, language) }
  const title = {
    none: t('close.board.title.none'),
    'not-over': t('close.board.title.notOver', name),
    blocked: t('close.board.title.blocked', name),
    ready: t('close.board.title.ready', name),
    closed: t('close.board.title.closed', name),
  }[verdict]
  const ready = months.filter(({ actions }) => actions.includes('close'))
  if (verdict === 'none')
    return (
      <EmptyState kind="not-begun" title={t('close.board.noClients')}>
        {t('close.board.noClientsText')}
      </EmptyState>
    )
  return (
    <>
      <div className={card.head}>
        <div>
          <h2 className={card.title}>{title}</h2>
          <p className={card.sub}>
            {t('close.board.text', { ready: count('ready', 'empty'), blocked: count('blocked'), closed: count('closed') })}
          </p>
        </div>
        {ready.length > 0 && <CloseReady months={ready} />}
      </div>
      <div className={card.stack}>
        {sumMonths(months).map(({ currency, total }) => (
          <EquationCard
            key={currency}
            month={month}
            currency={currency}
            total={total}
            ledgerDifferenceMinor={months.reduce(
              (sum, each) => sum + (each.currency === currency ? Math.abs(each.ledgerDifferenceMinor) : 0),
              0,
            )}
            computed={{ at: months[0]?.computedAt ?? '', zone }}
          />
        ))}
        <section className={card.card}>
          <Clients months={months} onOpen={onOpen} />
        </section>
      </div>
    </>
  )
}

function Clients({ months, onOpen }: { months: readonly MonthView[]; onOpen: (client: string) => void }) {
  const { t } = useTranslation('finance')
  const { t: p } = useTranslation('parts')
  const language = useLanguage()
  const { nameOf } = useClients()
  const name = (month: MonthView) => ({ ...nameOf(month.client), name: inLanguage(month.clientName, language) })
  const chip = (month: MonthView) => {
    const verdict = verdictOf(month)
    return <Tag tone={tones[verdict]}>{t(`close.board.verdict.${verdict}`)}</Tag>
  }
  const units = (value: number): string => (value === 0 ? '–' : formatNumber(value, language))
  const state = (key: 'waiting' | 'covered' | 'billable' | 'billed' | 'disputed'): Column<MonthView> => ({
    key,
    header: p(`unit.${key}`),
    align: 'right',
    cell: month => units(sixStates(month.total)[key].units),
  })
  const billable = (month: MonthView): string =>
    formatMoney({ currency: month.currency, minor: sixStates(month.total).billable.minor }, language)
  const columns: Column<MonthView>[] = [
    { key: 'client', header: t('client'), cell: month => <ClientCell client={name(month)} />, grow: true },
    { key: 'verdict', header: t('bills.status'), cell: chip },
    {
      key: 'blocks',
      header: t('close.blocksTitle'),
      cell: month => (month.blocks.length > 0 ? t('close.board.blocks', { count: month.blocks.length }) : '–'),
    },
    ...(['waiting', 'covered', 'billable', 'billed', 'disputed'] as const).map(state),
    { key: 'delivered', header: t('close.deliveredColumn'), align: 'right', cell: ({ total }) => units(total.delivered.units) },
    { key: 'amount', header: t('amount'), align: 'right', cell: billable },
    {
      key: 'bill',
      header: t('close.board.bill'),
      cell: ({ bill }) => bill?.number ?? (bill ? t('bill.standing.draft') : t('close.board.noBill')),
    },
  ]
  return (
    <DataTable
      label={t('allClients')}
      columns={columns}
      rows={months}
      rowKey={({ client }) => client}
      onOpen={({ client }) => onOpen(client)}
      phone={month => ({
        title: name(month).name,
        chip: chip(month),
        meta: (
          <>
            <span>{t('close.units', { count: month.total.delivered.units })}</span>
            <span>{billable(month)}</span>
            {month.blocks.length > 0 && <span>{t('close.board.blocks', { count: month.blocks.length })}</span>}
          </>
        ),
      })}
    />
  )
}

/** Closes each client that is ready, one after the other; whoever is refused is named, with the reason. */
function CloseReady({ months }: { months: readonly MonthView[] }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const problem = useProblemText()
  const [asking, setAsking] = useState(false)
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  const intentions = useRef(new Map<string, Intention>())
  const close = async (): Promise<void> => {
    setPending(true)
    const failures: string[] = []
    for (const { client, clientName, month } of months) {
      const intention = intentions.current.get(client) ?? new Intention()
      intentions.current.set(client, intention)
      try {
        await api.call(closeMonth, { params: { client, month }, body: {}, idempotencyKey: intention.keyFor({ client, month }) })
        intention.settle()
      } catch (error) {
        failures.push(t('close.board.refused', { client: inLanguage(clientName, language), why: problem(error) }))
      }
    }
    setRefused(failures)
    setPending(false)
    setAsking(false)
    if (failures.length < months.length) sayDone(t('close.board.result', { count: months.length - failures.length }))
    await refresh(listMonthBoard, getMonth)
  }
  return (
    <div className={card.act}>
      <Button variant="filled" onClick={() => setAsking(true)}>
        {t('close.board.closeReady', { count: months.length })}
      </Button>
      <Dialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('close.board.ask', { count: months.length, month: formatMonth(months[0]?.month ?? '', language) })}
        effect={t('close.dialog.late')}
        submit={t('close.board.closeReady', { count: months.length })}
        pending={pending}
        error={undefined}
        onSubmit={() => void close()}
      >
        <ul>
          {months.map(month => (
            <li key={month.client} className={card.between}>
              <span>{inLanguage(month.clientName, language)}</span>
              <span className={card.quiet}>
                {t('close.board.sealed', {
                  delivered: month.total.delivered.units,
                  amount: formatMoney({ currency: month.currency, minor: sixStates(month.total).billable.minor }, language),
                })}
              </span>
            </li>
          ))}
        </ul>
      </Dialog>
      {refused.map(text => (
        <small key={text} role="alert" className={card.bad}>
          {text}
        </small>
      ))}
    </div>
  )
}
