import { Select, TextInput } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { recordFapiao } from '@pactdesk/domain/outsourcing/billing/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { billReads } from './use-bill.ts'

type Fapiao = NonNullable<BillView['fapiao']>

/** The tax platform's document that goes with the bill: its title, number and state are recorded, never made here. */
export function RecordFapiao({ bill, onClose }: { bill: BillView; onClose: () => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const [fapiao, setFapiao] = useState<Fapiao>(
    bill.fapiao ?? { title: inLanguage(bill.clientName, language), kind: 'vat-general', state: 'requested' },
  )
  const change = (part: Partial<Fapiao>): void => setFapiao(old => ({ ...old, ...part }))
  const record = useApiMutation(recordFapiao, { refreshes: billReads, onDone: onClose })
  const text = (key: 'title' | 'taxNumber' | 'number', label: string, max: number) => (
    <TextInput
      label={label}
      value={fapiao[key] ?? ''}
      maxLength={max}
      required={key === 'title'}
      onChange={event => change({ [key]: event.currentTarget.value })}
    />
  )
  const body = (): Fapiao => {
    const { title, taxNumber, number, ...rest } = fapiao
    return {
      ...rest,
      title: title.trim(),
      ...(taxNumber?.trim() && { taxNumber: taxNumber.trim() }),
      ...(number?.trim() && { number: number.trim() }),
    }
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bill.fapiaoDialog.title', { number: bill.number ?? t('bill.draft') })}
      effect={t('bill.fapiaoDialog.note')}
      submit={t('bill.fapiaoDialog.submit')}
      blocked={fapiao.title.trim() === ''}
      pending={record.pending}
      error={record.error}
      onSubmit={() => void record.send({ params: { client: bill.client, bill: bill.id }, body: body() })}
    >
      {text('title', t('bill.fapiaoDialog.name'), 120)}
      {text('taxNumber', t('bill.fapiaoDialog.taxNumber'), 40)}
      <Select
        label={t('bill.fapiaoDialog.kind')}
        data={(['vat-general', 'vat-special'] as const).map(value => ({ value, label: t(`bill.fapiaoKind.${value}`) }))}
        value={fapiao.kind}
        onChange={kind => kind && change({ kind: kind as Fapiao['kind'] })}
        allowDeselect={false}
      />
      <Select
        label={t('bill.fapiaoDialog.state')}
        data={(['requested', 'issued', 'reversed'] as const).map(value => ({ value, label: t(`bill.fapiaoState.${value}`) }))}
        value={fapiao.state}
        onChange={state => state && change({ state: state as Fapiao['state'] })}
        allowDeselect={false}
      />
      {text('number', t('bill.fapiaoDialog.number'), 40)}
      <DateField
        label={t('bill.fapiaoDialog.date')}
        value={fapiao.date}
        onChange={date => setFapiao(({ date: _old, ...rest }) => ({ ...rest, ...(date && { date }) }))}
      />
    </Dialog>
  )
}
