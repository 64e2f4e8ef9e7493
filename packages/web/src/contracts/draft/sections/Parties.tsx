import { TextInput } from '@mantine/core'
import { useTranslation } from '../../../i18n/i18n.ts'
import css from '../draft.module.css'
import type { Editor } from '../editor.ts'
import { Section } from '../Section.tsx'

/** Number, place, and both companies as they are printed. */
export function Parties({ form, set, error }: Editor) {
  const { t } = useTranslation('contracts')
  const client = (change: Partial<typeof form.client>): void => set({ client: { ...form.client, ...change } })
  const provider = (change: Partial<typeof form.provider>): void => set({ provider: { ...form.provider, ...change } })
  return (
    <Section title={t('draft.parties')}>
      <div className={css.grid}>
        <TextInput
          label={t('draft.number')}
          required
          value={form.number}
          onChange={event => set({ number: event.currentTarget.value })}
          error={error('number')}
        />
        <TextInput
          label={t('draft.place')}
          required
          value={form.signingPlace}
          onChange={event => set({ signingPlace: event.currentTarget.value })}
          error={error('signingPlace')}
        />
        <TextInput
          label={t('draft.clientName')}
          required
          value={form.client.name}
          onChange={event => client({ name: event.currentTarget.value })}
          error={error('client.name')}
        />
        <TextInput
          label={t('draft.nameEn')}
          value={form.client.nameEn ?? ''}
          onChange={event => client({ nameEn: event.currentTarget.value })}
          error={error('client.nameEn')}
        />
        <TextInput
          label={t('draft.address')}
          value={form.client.address ?? ''}
          onChange={event => client({ address: event.currentTarget.value })}
          error={error('client.address')}
        />
        <TextInput
          label={t('draft.taxNumber')}
          value={form.client.taxNumber ?? ''}
          onChange={event => client({ taxNumber: event.currentTarget.value })}
          error={error('client.taxNumber')}
        />
        <TextInput
          label={t('draft.providerName')}
          required
          value={form.provider.name}
          onChange={event => provider({ name: event.currentTarget.value })}
          error={error('provider.name')}
        />
        <TextInput
          label={t('draft.nameEn')}
          value={form.provider.nameEn ?? ''}
          onChange={event => provider({ nameEn: event.currentTarget.value })}
          error={error('provider.nameEn')}
        />
      </div>
      {!form.provider.bank && <p className={css.hint}>{t('draft.noBank')}</p>}
    </Section>
  )
}
