import { Button, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import type { BodyInput } from '@pactdesk/domain/kernel/route'
import { invoiceNumber } from '@pactdesk/domain/tenancy/provider/invoice-series'
import { changeProvider, getProvider } from '@pactdesk/domain/tenancy/routes'
import { useState } from 'react'
import { useApiMutation } from '../api/mutation.ts'
import { isStale, problemOf, useProblemText } from '../api/problem.ts'
import css from '../clients/clients.module.css'
import { useTranslation } from '../i18n/i18n.ts'
import { localDay } from '../parts/band/local-day.ts'
import { sayDone } from '../parts/states/toasts.ts'
import { ticker } from '../time/ticker.ts'

type Settings = BodyInput<typeof changeProvider>
type Props = { settings: Settings; etag: string | undefined; onReload: () => void }

const none = { accountName: '', bank: '', accountNumber: '' }

/** The provider as its clients and its bills know it. */
export function ProviderForm({ settings, etag, onReload }: Props) {
  const { t } = useTranslation('settings')
  const text = useProblemText()
  const [form, setForm] = useState(settings)
  const [bank, setBank] = useState(settings.bank ?? none)
  const set = (part: Partial<Settings>): void => setForm(old => ({ ...old, ...part }))
  const save = useApiMutation(changeProvider, { refreshes: [getProvider], onDone: () => sayDone(t('provider.saved')) })
  const series = form.invoiceSeries
  const today = localDay(ticker.now(), form.billingZone)
  const hasBank = Object.values(bank).some(value => value.trim())
  const { bank: _, taxNumber, ...rest } = form
  const body: Settings = {
    ...rest,
    ...(taxNumber?.trim() && { taxNumber: taxNumber.trim() }),
    ...(hasBank && { bank }),
  }
  const fields = problemOf(save.error)?.errors ?? []
  return (
    <form
      className={`${css.card} ${css.form}`}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void save.send({ body, ...(etag && { ifMatch: etag }) })
      }}
    >
      <h2>{t('provider.title')}</h2>
      <div className={css.grid}>
        <TextInput
          label={t('provider.nameZh')}
          required
          value={form.name.zh}
          onChange={event => set({ name: { ...form.name, zh: event.currentTarget.value } })}
        />
        <TextInput
          label={t('provider.nameEn')}
          required
          value={form.name.en}
          onChange={event => set({ name: { ...form.name, en: event.currentTarget.value } })}
        />
        <TextInput
          label={t('provider.phone')}
          description={t('provider.phoneHint')}
          required
          type="tel"
          value={form.emergencyPhone}
          onChange={event => set({ emergencyPhone: event.currentTarget.value })}
        />
        <TextInput
          label={t('provider.taxNumber')}
          value={form.taxNumber ?? ''}
          onChange={event => set({ taxNumber: event.currentTarget.value })}
        />
        <TextInput
          label={t('provider.zone')}
          required
          value={form.billingZone}
          onChange={event => set({ billingZone: event.currentTarget.value })}
        />
        <TextInput
          label={t('provider.currency')}
          required
          value={form.currency}
          onChange={event => set({ currency: event.currentTarget.value.toUpperCase() })}
        />
      </div>
      <h2>{t('provider.account')}</h2>
      <p className={css.hint}>{t('provider.accountHint')}</p>
      <div className={css.grid}>
        {(['accountName', 'bank', 'accountNumber'] as const).map(field => (
          <TextInput
            key={field}
            label={t(`provider.${field}`)}
            value={bank[field]}
            onChange={event => setBank({ ...bank, [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Switch
        size="xs"
        label={t('provider.stripe')}
        checked={form.stripe}
        onChange={event => set({ stripe: event.currentTarget.checked })}
      />
      <h2>{t('provider.series')}</h2>
      <p className={css.hint}>
        {t('provider.seriesHint', { example: invoiceNumber({ ...series, width: series.width || 1 }, today, series.next || 1) })}
      </p>
      <div className={css.grid}>
        <TextInput
          label={t('provider.prefix')}
          value={series.prefix}
          onChange={event => set({ invoiceSeries: { ...series, prefix: event.currentTarget.value } })}
        />
        <NumberInput
          label={t('provider.width')}
          hideControls
          allowDecimal={false}
          value={series.width}
          min={1}
          max={9}
          onChange={value => set({ invoiceSeries: { ...series, width: Number(value) } })}
        />
        <NumberInput
          label={t('provider.next')}
          hideControls
          allowDecimal={false}
          value={series.next}
          min={1}
          onChange={value => set({ invoiceSeries: { ...series, next: Number(value) } })}
        />
      </div>
      <h2>{t('provider.fapiao')}</h2>
      <div className={css.grid}>
        <Select
          label={t('provider.fapiaoKind')}
          clearable
          value={form.fapiao?.kind ?? null}
          data={(['vat-general', 'vat-special'] as const).map(kind => ({ value: kind, label: t(`fapiao.${kind}`) }))}
          onChange={kind =>
            set({
              fapiao: kind
                ? { kind: kind as 'vat-general' | 'vat-special', content: form.fapiao?.content ?? t('fapiao.content') }
                : undefined,
            })
          }
        />
        {form.fapiao && (
          <TextInput
            label={t('provider.fapiaoContent')}
            value={form.fapiao.content}
            onChange={event => form.fapiao && set({ fapiao: { ...form.fapiao, content: event.currentTarget.value } })}
          />
        )}
      </div>
      {save.error !== null && (
        <div className={css.error} role="alert">
          <p>{text(save.error)}</p>
          {fields.map(({ path, detail }) => (
            <p key={path}>{`${path}: ${detail}`}</p>
          ))}
        </div>
      )}
      <footer>
        <span>{t('provider.effect')}</span>
        {isStale(save.error) && <Button onClick={onReload}>{t('provider.reload')}</Button>}
        <Button type="submit" variant="filled" loading={save.pending}>
          {t('provider.save')}
        </Button>
      </footer>
    </form>
  )
}
