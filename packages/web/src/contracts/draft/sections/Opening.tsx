import { TextInput } from '@mantine/core'
import { maxFileBytes } from '@pactdesk/domain/tenancy/files/purposes'
import { useTranslation } from '../../../i18n/i18n.ts'
import { DateField } from '../../../parts/input/DateField.tsx'
import { FileDrop } from '../../../parts/input/FileDrop.tsx'
import { MoneyInput } from '../../../parts/input/MoneyInput.tsx'
import css from '../draft.module.css'
import type { OpeningForm } from '../opening.ts'
import { Section } from '../Section.tsx'

type Props = {
  client: string
  currency: string
  today: string
  opening: OpeningForm
  set: (change: Partial<OpeningForm>) => void
  error: (path: string) => string | undefined
}

/** A contract that was signed on paper before: its signatures, its scan, and what was billed and paid until now. */
export function Opening({ client, currency, today, opening, set, error }: Props) {
  const { t } = useTranslation('contracts')
  return (
    <Section title={t('record.title')} hint={t('record.hint')}>
      <div className={css.grid}>
        <DateField
          label={t('record.providerSignedOn')}
          required
          max={today}
          value={opening.providerSignedOn}
          onChange={providerSignedOn => set({ providerSignedOn })}
          error={error('providerSignedOn')}
        />
        <DateField
          label={t('record.clientSignedOn')}
          required
          max={today}
          value={opening.clientSignedOn}
          onChange={clientSignedOn => set({ clientSignedOn })}
          error={error('clientSignedOn')}
        />
        <MoneyInput
          label={t('record.billed')}
          required
          currency={currency}
          value={opening.billed}
          onChange={billed => set({ billed })}
          error={error('billed')}
        />
        <MoneyInput
          label={t('record.paid')}
          required
          currency={currency}
          value={opening.paid}
          onChange={paid => set({ paid })}
          error={error('paid')}
        />
        <TextInput
          label={t('record.lastInvoice')}
          value={opening.lastInvoiceNumber}
          onChange={event => set({ lastInvoiceNumber: event.currentTarget.value })}
          error={error('lastInvoiceNumber')}
        />
        <DateField
          label={t('record.recognisedUntil')}
          required
          value={opening.recognisedUntil}
          onChange={recognisedUntil => set({ recognisedUntil })}
          error={error('recognisedUntil')}
          description={t('record.recognisedHint')}
        />
      </div>
      <FileDrop
        single
        client={client}
        purpose="contract-scan"
        types={['application/pdf', 'image/jpeg', 'image/png']}
        maxBytes={maxFileBytes}
        onStored={({ id }) => set({ scan: id })}
        onRemoved={() => set({ scan: undefined })}
      />
    </Section>
  )
}
