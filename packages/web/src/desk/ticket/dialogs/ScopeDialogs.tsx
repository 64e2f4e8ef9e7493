import { Select, Textarea, TextInput } from '@mantine/core'
import { addDays, localDateOf, startOfDay } from '@pactdesk/domain/kernel/time'
import { listContractsOfClient } from '@pactdesk/domain/outsourcing/contract/routes'
import { askTicketQuote, chooseTicketContract, decideTicketScope } from '@pactdesk/domain/service-support/incident/routes'
import { useState } from 'react'
import { useApiQuery } from '../../../api/query.ts'
import type { Money } from '../../../format/money.ts'
import { formatMoney } from '../../../format/money.ts'
import { useLanguage, useTranslation } from '../../../i18n/i18n.ts'
import { DateField } from '../../../parts/input/DateField.tsx'
import { MoneyInput } from '../../../parts/input/MoneyInput.tsx'
import { Choice } from '../../../ticket/Choice.tsx'
import { FormDialog } from '../../../ticket/FormDialog.tsx'
import { useTicketCommand } from '../../../ticket/use-ticket.ts'
import { useNow } from '../../../time/use-now.ts'
import { useProviderCurrency } from '../use-currency.ts'
import { type DialogProps, refOf } from './dialog.ts'

/** In the contract or outside it, by a person, with the reason that the client may read. */
export function ScopeDialog({ ticket, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const [outcome, setOutcome] = useState<'covered' | 'out-of-scope'>('out-of-scope')
  const [clause, setClause] = useState('2(3)(2)')
  const [reason, setReason] = useState('')
  const { send, pending, error } = useTicketCommand(decideTicketScope, refOf(ticket), onDone)
  const decide = (next: typeof outcome): void => {
    setOutcome(next)
    setClause(next === 'covered' ? '2' : '2(3)(2)')
  }
  const body = { outcome, reason: reason.trim(), ...(clause.trim() && { clause: clause.trim() }) }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('scopeDialog.title')}
      submit={t('scopeDialog.submit')}
      pending={pending}
      error={error}
      missing={reason.trim() ? undefined : t('scopeDialog.missing')}
      effect={t(outcome === 'covered' ? 'scopeDialog.effectCovered' : 'scopeDialog.effectOut')}
      onSubmit={() => void send({ params: refOf(ticket), body })}
    >
      <Choice
        label={t('scopeDialog.outcome')}
        options={(['covered', 'out-of-scope'] as const).map(value => ({ value, label: t(`scope.${value}`) }))}
        value={outcome}
        onChange={decide}
      />
      <TextInput label={t('clause')} value={clause} onChange={event => setClause(event.currentTarget.value)} maxLength={40} />
      <Textarea
        label={t('reason')}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={300}
        data-autofocus
      />
    </FormDialog>
  )
}

type Mode = 'time-and-material' | 'cap' | 'fixed'

/** Offer work outside the contract: what, how it is charged, until when it holds. Work begins after the client approved. */
export function QuoteDialog({ ticket, zone, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const currency = useProviderCurrency()
  const now = new Date(useNow()).toISOString()
  const [text, setText] = useState('')
  const [mode, setMode] = useState<Mode>('time-and-material')
  const [amount, setAmount] = useState<Money>()
  const today = localDateOf(now, zone)
  const [until, setUntil] = useState<string | undefined>(() => addDays(today, 7))
  const { send, pending, error } = useTicketCommand(askTicketQuote, refOf(ticket), onDone)
  const missing = !text.trim()
    ? t('quote.missing.text')
    : mode !== 'time-and-material' && !(amount && amount.minor > 0)
      ? t('quote.missing.amount')
      : !until
        ? t('quote.missing.until')
        : undefined
  const submit = (): void => {
    if (!until) return
    const price = mode === 'time-and-material' ? { mode } : amount && { mode, amount }
    if (price)
      void send({ params: refOf(ticket), body: { text: text.trim(), price, expiresAt: startOfDay(addDays(until, 1), zone) } })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('quote.title')}
      submit={t('quote.submit')}
      pending={pending}
      error={error}
      missing={missing}
      effect={t(`quote.effect.${mode}`, { amount: amount ? formatMoney(amount, language) : '—' })}
      onSubmit={submit}
    >
      <Textarea
        label={t('quote.text')}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={1000}
        data-autofocus
      />
      <Choice
        label={t('quote.mode')}
        options={(['time-and-material', 'cap', 'fixed'] as const).map(value => ({ value, label: t(`quote.modes.${value}`) }))}
        value={mode}
        onChange={setMode}
      />
      {mode !== 'time-and-material' && (
        <MoneyInput label={t('quote.amount')} currency={currency} value={amount} onChange={setAmount} />
      )}
      <DateField label={t('quote.until')} value={until} onChange={setUntil} min={today} />
    </FormDialog>
  )
}

/** None or several contracts fit: a person names it, the system never does. */
export function ContractDialog({ ticket, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const [contract, setContract] = useState<string | null>(null)
  const answer = useApiQuery(listContractsOfClient, { params: { client: ticket.client }, query: { limit: 100 } })
  const contracts = (answer.data?.value.items ?? []).filter(({ status }) => status === 'active' || status === 'ended')
  const { send, pending, error } = useTicketCommand(chooseTicketContract, refOf(ticket), onDone)
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('contractDialog.title')}
      submit={t('contractDialog.submit')}
      pending={pending}
      error={error ?? answer.error}
      missing={contract ? undefined : contracts.length === 0 ? t('contractDialog.none') : t('contractDialog.missing')}
      effect={t('contractDialog.effect')}
      onSubmit={() => contract && void send({ params: refOf(ticket), body: { contract } })}
    >
      <Select
        label={t('contractDialog.contract')}
        data={contracts.map(({ id, number, firstDay, lastDay }) => ({
          value: id,
          label: `${number} · ${firstDay} – ${lastDay}`,
        }))}
        value={contract}
        onChange={setContract}
      />
    </FormDialog>
  )
}
