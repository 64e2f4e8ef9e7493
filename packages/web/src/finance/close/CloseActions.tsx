import { Button, Textarea } from '@mantine/core'
import {
  closeMonth,
  getMonth,
  listMonthBoard,
  listWork,
  type MonthView,
  reopenMonth,
} from '@pactdesk/domain/outsourcing/billing/month/routes'
import { draftExtras, listReceivables } from '@pactdesk/domain/outsourcing/billing/routes'
import { IconLock } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useProblemText } from '../../api/problem.ts'
import { useHasRole } from '../../auth/who.ts'
import { formatMonth } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import { billPlace } from '../address.ts'
import { Dialog } from '../parts/Dialog.tsx'
import card from '../parts/finance.module.css'
import { sixStates, verdictOf } from './figures.ts'

const touched = [getMonth, listMonthBoard, listWork]

/** The close button, always there, with its reason while it can't be pressed; afterwards the bill, or opening it again. */
export function CloseActions({ month }: { month: MonthView }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const [asking, setAsking] = useState<'close' | 'reopen'>()
  const mayClose = useHasRole('finance', 'admin')
  const name = formatMonth(month.month, language)
  if (month.status === 'closed') return <AfterClose month={month} asking={asking === 'reopen'} ask={setAsking} />
  const may = month.actions.includes('close')
  const reason = {
    'not-over': t('close.disabled.notOver'),
    blocked: t('close.disabled.blocked', { count: month.blocks.length }),
    closing: t('close.disabled.closing'),
    ready: mayClose ? '' : t('close.disabled.role'),
    empty: mayClose ? '' : t('close.disabled.role'),
    closed: '',
  }[verdictOf(month)]
  return (
    <div className={card.act}>
      <Button
        variant={may ? 'filled' : 'default'}
        disabled={!may}
        leftSection={may ? undefined : <IconLock size={16} stroke={1.6} />}
        aria-describedby="close-reason"
        onClick={() => setAsking('close')}
      >
        {t('close.button', { month: name })}
      </Button>
      <small id="close-reason">{reason}</small>
      {asking === 'close' && <AskClose month={month} onClose={() => setAsking(undefined)} />}
    </div>
  )
}

function AskClose({ month, onClose }: { month: MonthView; onClose: () => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const close = useApiMutation(closeMonth, { refreshes: touched, onDone: onClose })
  const name = formatMonth(month.month, language)
  const states = sixStates(month.total)
  const figures = {
    client: inLanguage(month.clientName, language),
    delivered: month.total.delivered.units,
    covered: states.covered.units,
    billable: states.billable.units,
    amount: formatMoney({ currency: month.currency, minor: states.billable.minor }, language),
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('close.dialog.title', { month: name })}
      effect={`${t('close.dialog.effect', figures)}${language === 'en' ? ' ' : ''}${t('close.dialog.late')}`}
      submit={t('close.button', { month: name })}
      pending={close.pending}
      error={close.error}
      onSubmit={() => void close.send({ params: { client: month.client, month: month.month }, body: {} })}
    />
  )
}

type AfterProps = { month: MonthView; asking: boolean; ask: (what: 'reopen' | undefined) => void }

function AfterClose({ month, asking, ask }: AfterProps) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const problem = useProblemText()
  const navigate = useNavigate()
  const params = { client: month.client, month: month.month }
  const draft = useApiMutation(draftExtras, {
    refreshes: [...touched, listReceivables],
    onDone: ({ value }) => {
      if (value.bill && !value.nothing) void navigate(billPlace(month.client, value.bill) as never)
      else sayDone(t('close.nothing'))
    },
  })
  const { bill } = month
  /** A credit note has made work billable again after the bill was issued. */
  const more = bill?.status === 'issued' && month.actions.includes('draft-bill')
  const amount = bill?.grossMinor === undefined ? '' : formatMoney({ currency: month.currency, minor: bill.grossMinor }, language)
  return (
    <div className={card.act}>
      <div className={card.row}>
        {month.actions.includes('reopen') && <Button onClick={() => ask('reopen')}>{t('close.reopen.button')}</Button>}
        {bill && (
          <Button variant={more ? 'default' : 'filled'} component={Link} {...(billPlace(month.client, bill.id) as object)}>
            {bill.number ? t('close.openBill', { number: bill.number }) : t('close.openDraft', { amount })}
          </Button>
        )}
        {(more || (!bill && month.actions.includes('draft-bill'))) && (
          <Button variant="filled" loading={draft.pending} onClick={() => void draft.send({ params, body: {} })}>
            {bill ? t('close.draftMore') : t('close.draft')}
          </Button>
        )}
      </div>
      {draft.error !== null && draft.error !== undefined && (
        <small role="alert" className={card.bad}>
          {problem(draft.error)}
        </small>
      )}
      {asking && <AskReopen month={month} onClose={() => ask(undefined)} />}
    </div>
  )
}

function AskReopen({ month, onClose }: { month: MonthView; onClose: () => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const [reason, setReason] = useState('')
  const reopen = useApiMutation(reopenMonth, { refreshes: touched, onDone: onClose })
  const name = formatMonth(month.month, language)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('close.reopen.title', { month: name })}
      effect={t('close.reopen.effect', { month: name })}
      submit={t('close.reopen.button')}
      blocked={reason.trim() === ''}
      pending={reopen.pending}
      error={reopen.error}
      onSubmit={() => void reopen.send({ params: { client: month.client, month: month.month }, body: { reason: reason.trim() } })}
    >
      <Textarea
        label={t('reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
