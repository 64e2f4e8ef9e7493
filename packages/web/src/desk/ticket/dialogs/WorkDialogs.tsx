import { NumberInput, Select, TextInput } from '@mantine/core'
import { addTicketPart, completeTicketPart, logTicketWork } from '@pactdesk/domain/service-support/incident/routes'
import { maxFileBytes, purposes } from '@pactdesk/domain/tenancy/files/purposes'
import { useState } from 'react'
import { formatMoney, type Money } from '../../../format/money.ts'
import { useLanguage, useTranslation } from '../../../i18n/i18n.ts'
import { FileDrop } from '../../../parts/input/FileDrop.tsx'
import { MoneyInput } from '../../../parts/input/MoneyInput.tsx'
import { Choice } from '../../../ticket/Choice.tsx'
import { FormDialog } from '../../../ticket/FormDialog.tsx'
import form from '../../../ticket/form.module.css'
import { useDevices } from '../../../ticket/use-places.ts'
import { useTicketCommand } from '../../../ticket/use-ticket.ts'
import { ticker } from '../../../time/ticker.ts'
import { askedAt } from '../../queue/asked-at.ts'
import { useProviderCurrency } from '../use-currency.ts'
import { type DialogProps, refOf } from './dialog.ts'
import { TimeField } from './TimeField.tsx'

export type TimeKind = 'remote' | 'onsite' | 'travel'
export const timeKinds: readonly TimeKind[] = ['remote', 'onsite', 'travel']

/** Time worked: minutes ending now, or from–to. */
export function TimeDialog({ ticket, zone, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const { t: word } = useTranslation('ticket')
  const [kind, setKind] = useState<TimeKind>('remote')
  const [minutes, setMinutes] = useState<number | string>('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [description, setDescription] = useState('')
  const { send, pending, error } = useTicketCommand(logTicketWork, refOf(ticket), onDone)
  const exact = from.trim() !== '' && to.trim() !== ''
  const valid = exact || (typeof minutes === 'number' && minutes >= 1)
  const submit = (): void => {
    const at = (time: string) => askedAt({ time }, ticker.now(), zone)
    const [begun, ended] = [at(from), at(to)]
    const times = exact ? begun && ended && { from: begun, to: ended } : { minutes: Number(minutes) }
    if (!times) return
    void send({ params: refOf(ticket), body: { kind, ...times, ...(description.trim() && { description: description.trim() }) } })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('time.title')}
      submit={t('time.submit')}
      pending={pending}
      error={error}
      missing={valid ? undefined : t('time.missing')}
      onSubmit={submit}
    >
      <Choice
        label={t('time.kind')}
        options={timeKinds.map(value => ({ value, label: word(`work.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <NumberInput
        label={t('time.minutes')}
        value={minutes}
        onChange={setMinutes}
        min={1}
        max={1440}
        allowDecimal={false}
        disabled={exact}
        data-autofocus
      />
      <div className={form.two}>
        <TimeField label={t('time.from')} zone={zone} value={from} onChange={setFrom} />
        <TimeField label={t('time.to')} zone={zone} value={to} onChange={setTo} />
      </div>
      <TextInput
        label={t('time.description')}
        value={description}
        onChange={event => setDescription(event.currentTarget.value)}
        maxLength={500}
      />
    </FormDialog>
  )
}

/** A part at purchase cost, proven by the supplier's receipt; both may follow, but the month closes only with them. */
export function PartDialog({ ticket, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const currency = useProviderCurrency()
  const { devices } = useDevices(ticket.client)
  const [name, setName] = useState('')
  const [quantity, setQuantity] = useState<number | string>(1)
  const [cost, setCost] = useState<Money>()
  const [supplier, setSupplier] = useState('')
  const [device, setDevice] = useState<string | null>(ticket.device ?? null)
  const [receipt, setReceipt] = useState<string>()
  const { send, pending, error } = useTicketCommand(addTicketPart, refOf(ticket), onDone)
  const whole = typeof quantity === 'number' ? quantity : 0
  const submit = (): void =>
    void send({
      params: refOf(ticket),
      body: {
        name: name.trim(),
        quantity: whole,
        ...(cost && { unitCost: cost }),
        ...(supplier.trim() && { supplier: supplier.trim() }),
        ...(device && { device }),
        ...(receipt && { receipt }),
      },
    })
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('part.title')}
      submit={t('part.submit')}
      pending={pending}
      error={error}
      missing={!name.trim() ? t('part.missing.name') : whole < 1 ? t('part.missing.quantity') : undefined}
      effect={
        cost
          ? t(receipt ? 'part.effect' : 'part.effectNoReceipt', {
              amount: formatMoney({ currency: cost.currency, minor: cost.minor * whole }, language),
            })
          : t('part.effectNoCost')
      }
      onSubmit={submit}
    >
      <div className={form.two}>
        <TextInput
          label={t('part.name')}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
          maxLength={120}
          data-autofocus
        />
        <NumberInput
          label={t('part.quantity')}
          value={quantity}
          onChange={setQuantity}
          min={1}
          max={10_000}
          allowDecimal={false}
        />
      </div>
      <div className={form.two}>
        <MoneyInput label={t('part.cost')} currency={currency} value={cost} onChange={setCost} />
        <TextInput
          label={t('part.supplier')}
          value={supplier}
          onChange={event => setSupplier(event.currentTarget.value)}
          maxLength={120}
        />
      </div>
      <Select
        label={t('part.device')}
        data={devices.map(({ id, name: called }) => ({ value: id, label: called === id ? id : `${id} ${called}` }))}
        value={device}
        onChange={setDevice}
        searchable
        clearable
      />
      <Receipt client={ticket.client} onStored={setReceipt} />
    </FormDialog>
  )
}

/** What a part still lacks. */
export function PartFactsDialog({ ticket, onClose, onDone, work, name }: DialogProps & { work: string; name: string }) {
  const { t } = useTranslation('desk')
  const currency = useProviderCurrency()
  const [cost, setCost] = useState<Money>()
  const [receipt, setReceipt] = useState<string>()
  const { send, pending, error } = useTicketCommand(completeTicketPart, refOf(ticket), onDone)
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('part.complete', { name })}
      submit={t('part.save')}
      pending={pending}
      error={error}
      missing={cost || receipt ? undefined : t('part.missing.facts')}
      onSubmit={() =>
        void send({
          params: { ...refOf(ticket), work },
          body: { ...(cost && { unitCost: cost }), ...(receipt && { receipt }) },
        })
      }
    >
      <MoneyInput label={t('part.cost')} currency={currency} value={cost} onChange={setCost} />
      <Receipt client={ticket.client} onStored={setReceipt} />
    </FormDialog>
  )
}

function Receipt({ client, onStored }: { client: string; onStored: (id: string | undefined) => void }) {
  const { t } = useTranslation('desk')
  return (
    <div>
      <span className={form.label}>{t('part.receipt')}</span>
      <FileDrop
        client={client}
        purpose="receipt"
        types={purposes.receipt.types}
        maxBytes={maxFileBytes}
        onStored={file => onStored(file.id)}
        onRemoved={() => onStored(undefined)}
      />
    </div>
  )
}
