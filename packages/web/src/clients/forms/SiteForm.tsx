import { MultiSelect, NumberInput, TextInput } from '@mantine/core'
import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { changeSite, getSite, listContacts, listSites, openSite } from '@pactdesk/domain/tenancy/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useApiQuery } from '../../api/query.ts'
import { HoursFields } from '../../contracts/draft/HoursFields.tsx'
import { hoursProblem, usualHours } from '../../contracts/draft/hours.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import css from '../clients.module.css'
import { FormDialog } from '../FormDialog.tsx'
import { shownHours, statedHours } from '../site-hours.ts'
import { siteIdFrom } from '../suggest.ts'

type Props = {
  client: string
  zone: string
  taken: readonly string[]
  site?: ResponseOf<typeof getSite> | undefined
  onClose: () => void
}

/** A place that is served: address, N by its distance, and its working hours with the lunch break asked for. */
export function SiteForm({ client, zone, taken, site, onClose }: Props) {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const [name, setName] = useState(site?.name ?? { zh: '', en: '' })
  const [typedId, setId] = useState<string>()
  const [address, setAddress] = useState(site?.address ?? '')
  const [arrival, setArrival] = useState<number | undefined>(site?.arrivalMinutes ?? 60)
  const [distance, setDistance] = useState<number | undefined>(site?.distanceKm)
  const [hours, setHours] = useState(site ? shownHours(site.hours, site.zone) : usualHours(zone))
  const [contacts, setContacts] = useState<string[]>(site?.contacts ?? [])
  const people = useApiQuery(listContacts, { params: { client }, query: { limit: 200 } })
  const known = (people.data?.value.items ?? []).filter(({ status, id: one }) => status !== 'left' || contacts.includes(one))
  const id = typedId ?? siteIdFrom(name.en, taken)
  const refreshes = [listSites, getSite]
  const open = useApiMutation(openSite, { refreshes, onDone: onClose })
  const change = useApiMutation(changeSite, { refreshes, onDone: onClose })
  const stated = statedHours(hours)
  const wrong = hoursProblem(hours)
  const missing =
    !name.zh.trim() || !name.en.trim() || !address.trim() || !arrival
      ? t('site.missing')
      : wrong
        ? t(`hours.${wrong}`)
        : undefined
  const send = (): void => {
    if (!stated || !arrival) return
    const body = {
      name: { zh: name.zh.trim(), en: name.en.trim() },
      address: address.trim(),
      zone: hours.zone,
      arrivalMinutes: arrival,
      ...(distance !== undefined && { distanceKm: distance }),
      hours: stated,
      contacts,
    }
    if (site) void change.send({ params: { client, site: site.id }, body })
    else void open.send({ params: { client }, body: { ...body, id } })
  }
  return (
    <FormDialog
      wide
      title={t(site ? 'site.change' : 'site.new')}
      onClose={onClose}
      action={t('save')}
      pending={open.pending || change.pending}
      error={open.error ?? change.error}
      missing={missing}
      onSubmit={send}
    >
      <div className={css.grid}>
        <TextInput
          label={t('nameZh')}
          required
          data-autofocus
          value={name.zh}
          onChange={event => setName({ ...name, zh: event.currentTarget.value })}
        />
        <TextInput
          label={t('nameEn')}
          required
          value={name.en}
          onChange={event => setName({ ...name, en: event.currentTarget.value })}
        />
        {!site && <TextInput label={t('site.id')} required value={id} onChange={event => setId(event.currentTarget.value)} />}
        <TextInput
          className={site ? css.wide : undefined}
          label={t('site.address')}
          required
          value={address}
          onChange={event => setAddress(event.currentTarget.value)}
        />
        <NumberInput
          label={t('site.arrival')}
          description={t('site.arrivalHint')}
          required
          hideControls
          allowDecimal={false}
          allowNegative={false}
          value={arrival ?? ''}
          onChange={value => setArrival(typeof value === 'number' ? value : undefined)}
        />
        <NumberInput
          label={t('site.distance')}
          description={t('site.distanceHint')}
          hideControls
          allowNegative={false}
          value={distance ?? ''}
          onChange={value => setDistance(typeof value === 'number' ? value : undefined)}
        />
        <TextInput
          label={t('zone')}
          required
          value={hours.zone}
          onChange={event => setHours({ ...hours, zone: event.currentTarget.value })}
        />
        {known.length > 0 && (
          <MultiSelect
            className={css.wide}
            label={t('site.contacts')}
            description={t('site.contactsHint')}
            searchable
            value={contacts}
            data={known.map(one => ({ value: one.id, label: inLanguage(one.name, language) }))}
            onChange={setContacts}
          />
        )}
      </div>
      <HoursFields hours={hours} onChange={setHours} error={undefined} />
    </FormDialog>
  )
}
