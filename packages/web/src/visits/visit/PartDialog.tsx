import { NumberInput, Select, TextInput } from '@mantine/core'
import { addVisitPart, completeVisitPart } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { maxFileBytes, purposes } from '@pactdesk/domain/tenancy/files/purposes'
import { useState } from 'react'
import type { Money } from '../../format/money.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { FileDrop } from '../../parts/input/FileDrop.tsx'
import { MoneyInput } from '../../parts/input/MoneyInput.tsx'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { useDevices } from '../../ticket/use-places.ts'
import { useVisitCommand } from './use-visit.ts'
import { useVisitCurrency } from './use-visit-currency.ts'

type Props = { visit: VisitView; part: VisitView['parts'][number] | undefined; onClose: () => void }

/** A part with its device, its cost and the photo of its receipt; for one that is there, only what it lacks is asked. */
export function PartDialog({ visit, part, onClose }: Props) {
  const { t } = useTranslation('visits')
  const [name, setName] = useState('')
  const [quantity, setQuantity] = useState(1)
  const [serial, setSerial] = useState('')
  const [supplier, setSupplier] = useState('')
  const [device, setDevice] = useState<string | undefined>()
  // A part serves the maintenance only where the visit has some; else it belongs to a ticket.
  const [ticket, setTicket] = useState<string | undefined>(visit.tasks.length === 0 ? visit.tickets[0] : undefined)
  const { devices } = useDevices(visit.client, !part)
  const currency = useVisitCurrency(visit)
  const [unitCost, setCost] = useState<Money>()
  const [receipt, setReceipt] = useState<string>()
  const ref = { client: visit.client, visit: visit.id }
  const add = useVisitCommand(addVisitPart, ref, undefined, onClose)
  const complete = useVisitCommand(completeVisitPart, ref, undefined, onClose)
  const facts = {
    ...(unitCost && { unitCost }),
    ...(receipt && { receipt }),
    ...(supplier.trim() && !part?.supplier && { supplier: supplier.trim() }),
  }
  const missing = part
    ? unitCost || receipt
      ? undefined
      : t('part.missingFact')
    : name.trim() === '' || quantity < 1
      ? t('part.missing')
      : undefined
  const submit = (): void => {
    if (part) void complete.send({ params: { ...ref, part: part.id }, body: facts })
    else
      void add.send({
        params: ref,
        body: {
          name: name.trim(),
          quantity,
          ...(serial.trim() && { serial: serial.trim() }),
          ...(device && { device }),
          ...(ticket && { ticket }),
          ...facts,
        },
      })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={part ? part.name : t('part.add')}
      submit={part ? t('part.complete') : t('part.add')}
      pending={add.pending || complete.pending}
      error={part ? complete.error : add.error}
      missing={missing}
      effect={t('part.later')}
      onSubmit={submit}
    >
      {!part && (
        <>
          <TextInput
            label={t('part.name')}
            required
            maxLength={120}
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <NumberInput
            label={t('part.quantity')}
            min={1}
            allowDecimal={false}
            value={quantity}
            onChange={value => setQuantity(Number(value) || 0)}
          />
          <TextInput
            label={t('part.serial')}
            maxLength={80}
            value={serial}
            onChange={event => setSerial(event.currentTarget.value)}
          />
          <Select
            label={t('part.device')}
            clearable
            searchable
            value={device ?? null}
            data={devices
              .filter(one => one.status === 'in-service' && one.site === visit.site)
              .map(one => ({ value: one.id, label: one.name === one.id ? one.id : `${one.id} ${one.name}` }))}
            onChange={value => setDevice(value ?? undefined)}
          />
          {visit.tickets.length + Number(visit.tasks.length > 0) > 1 && (
            <Select
              label={t('part.purpose')}
              allowDeselect={false}
              value={ticket ?? '-'}
              data={[
                ...visit.tickets.map(id => ({ value: id, label: id })),
                ...(visit.tasks.length > 0 ? [{ value: '-', label: t('split.maintenance') }] : []),
              ]}
              onChange={value => setTicket(value === '-' || value === null ? undefined : value)}
            />
          )}
        </>
      )}
      {!part?.unitCost && <MoneyInput label={t('part.cost')} currency={currency} value={unitCost} onChange={setCost} />}
      {!part?.supplier && (
        <TextInput
          label={t('part.supplier')}
          maxLength={120}
          value={supplier}
          onChange={event => setSupplier(event.currentTarget.value)}
        />
      )}
      {!part?.receipt && (
        <div>
          <p>{t('part.receipt')}</p>
          <FileDrop
            single
            client={visit.client}
            purpose="receipt"
            types={purposes.receipt.types}
            maxBytes={maxFileBytes}
            camera
            onStored={file => setReceipt(file.id)}
            onRemoved={() => setReceipt(undefined)}
          />
        </div>
      )}
    </FormDialog>
  )
}
