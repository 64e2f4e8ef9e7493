import { TextInput } from '@mantine/core'
import type { BodyInput, ResponseOf } from '@pactdesk/domain/kernel/route'
import { changeClient, createClient, getClient, listClients } from '@pactdesk/domain/tenancy/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import css from '../clients.module.css'
import { FormDialog } from '../FormDialog.tsx'
import { keyFrom, markFrom } from '../suggest.ts'

type Profile = BodyInput<typeof createClient>
type Props = {
  client?: ResponseOf<typeof getClient>
  /** Zone of the provider, for a new client. */
  zone: string
  onClose: () => void
  onCreated?: (key: string) => void
}

const taxFields = ['title', 'number', 'address', 'phone', 'bank', 'account'] as const

/** A client's names, mark, zone and tax title. Its key is the prefix of its ticket numbers and never changes. */
export function ClientForm({ client, zone, onClose, onCreated }: Props) {
  const { t } = useTranslation('clients')
  const [name, setName] = useState(client?.name ?? { zh: '', en: '' })
  const [typedKey, setKey] = useState<string>()
  const [typedMark, setMark] = useState<string | undefined>(client?.mark)
  const [billingZone, setZone] = useState(client?.billingZone ?? zone)
  const [tax, setTax] = useState<Partial<Record<(typeof taxFields)[number], string>>>(client?.tax ?? {})
  const key = typedKey ?? keyFrom(name.en)
  const mark = typedMark ?? markFrom(name.zh)
  const refreshes = [listClients, getClient]
  const create = useApiMutation(createClient, {
    refreshes,
    onDone: ({ value }) => {
      sayDone(t('client.created', { key: value.id }))
      onCreated?.(value.id)
    },
  })
  const change = useApiMutation(changeClient, { refreshes, onDone: onClose })
  const profile = (): Omit<Profile, 'key'> => {
    const given = Object.fromEntries(Object.entries(tax).flatMap(([field, text]) => (text?.trim() ? [[field, text.trim()]] : [])))
    const title = given.title ?? name.zh.trim()
    return {
      name: { zh: name.zh.trim(), en: name.en.trim() },
      mark: mark.trim(),
      billingZone,
      ...(Object.keys(given).length > 0 && { tax: { ...given, title } }),
    }
  }
  const missing = !name.zh.trim() || !name.en.trim() || !mark.trim() || (!client && !/^[A-Z][A-Z0-9]{1,15}$/.test(key))
  return (
    <FormDialog
      wide
      title={t(client ? 'client.change' : 'client.new')}
      onClose={onClose}
      action={t(client ? 'save' : 'client.create')}
      pending={create.pending || change.pending}
      error={create.error ?? change.error}
      missing={missing ? t('client.missing') : undefined}
      onSubmit={() =>
        client
          ? void change.send({ params: { client: client.id }, body: profile() })
          : void create.send({ body: { ...profile(), key } })
      }
    >
      <div className={css.grid}>
        <TextInput
          label={t('nameZh')}
          required
          value={name.zh}
          data-autofocus
          onChange={event => setName({ ...name, zh: event.currentTarget.value })}
        />
        <TextInput
          label={t('nameEn')}
          required
          value={name.en}
          onChange={event => setName({ ...name, en: event.currentTarget.value })}
        />
        {!client && (
          <TextInput
            label={t('client.key')}
            description={t('client.keyHint', { example: `${key || 'LANHAI'}-123` })}
            required
            value={key}
            onChange={event => setKey(event.currentTarget.value.toUpperCase())}
          />
        )}
        <TextInput
          label={t('client.mark')}
          description={t('client.markHint')}
          required
          maxLength={4}
          value={mark}
          onChange={event => setMark(event.currentTarget.value)}
        />
        <TextInput label={t('zone')} required value={billingZone} onChange={event => setZone(event.currentTarget.value)} />
        <h3 className={css.wide}>{t('taxTitle')}</h3>
        {taxFields.map(field => (
          <TextInput
            key={field}
            label={t(`tax.${field}`)}
            value={tax[field] ?? ''}
            onChange={event => setTax({ ...tax, [field]: event.currentTarget.value })}
          />
        ))}
      </div>
    </FormDialog>
  )
}
