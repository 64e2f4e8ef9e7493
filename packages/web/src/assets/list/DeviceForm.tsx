import { Checkbox, Select, TextInput } from '@mantine/core'
import { deviceClasses } from '@pactdesk/domain/service-support/configuration/device'
import {
  changeDevice,
  countDevices,
  getDevice,
  listDevices,
  registerDevice,
} from '@pactdesk/domain/service-support/configuration/routes'
import type { DeviceView } from '@pactdesk/domain/service-support/configuration/views'
import { listContacts } from '@pactdesk/domain/tenancy/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useApiQuery } from '../../api/query.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import form from '../../ticket/form.module.css'
import { useSites } from '../../ticket/use-places.ts'

type Props = { client: string; today: string; device?: DeviceView | undefined; onClose: () => void }
type Protection = 'yes' | 'no' | 'unknown'
type Class = (typeof deviceClasses)[number]

const answers: readonly Protection[] = ['yes', 'no', 'unknown']

/** A device typed by hand, or changed. Its class and first day never change afterwards. */
export function DeviceForm({ client, today, device, onClose }: Props) {
  const { t } = useTranslation('assets')
  const language = useLanguage()
  const { sites } = useSites(client)
  const people = useApiQuery(listContacts, { params: { client }, query: { limit: 200 } })
  const open = sites.filter(({ status, id }) => status === 'open' || id === device?.site)
  const [facts, setFacts] = useState({
    id: device?.id ?? '',
    name: device?.name ?? '',
    kind: (device?.class ?? 'pc') as Class,
    site: device?.site,
    serial: device?.serial ?? '',
    user: device?.user,
    acquired: device?.acquired,
    from: today as string | undefined,
    antivirus: (device?.antivirus ?? 'unknown') as Protection,
    backup: (device?.backup ?? 'unknown') as Protection,
    standby: device?.standby ?? false,
  })
  const set = (part: Partial<typeof facts>): void => setFacts(old => ({ ...old, ...part }))
  const refreshes = [listDevices, countDevices, getDevice]
  const { id, name, kind, serial, user, acquired, from, antivirus, backup, standby } = facts
  const site = facts.site ?? (open.length === 1 ? open[0]?.id : undefined)
  const shown = name.trim() || id.trim()
  const done = (): void => {
    sayDone(t(device ? 'changed' : 'added', { name: shown }))
    onClose()
  }
  const register = useApiMutation(registerDevice, { refreshes, onDone: done })
  const change = useApiMutation(changeDevice, { refreshes, onDone: done })
  const submit = (): void => {
    if (!site || !from) return
    const body = {
      name: shown,
      site,
      ...(serial.trim() && { serial: serial.trim() }),
      ...(user && { user }),
      ...(acquired && { acquired }),
      antivirus,
      backup,
      standby,
    }
    if (device) void change.send({ params: { client, device: device.id }, body })
    else void register.send({ params: { client }, body: { ...body, id: id.trim(), class: kind, inServiceFrom: from } })
  }
  const protection = (field: 'antivirus' | 'backup') => (
    <Select
      label={t(`column.${field}`)}
      allowDeselect={false}
      value={facts[field]}
      data={answers.map(answer => ({ value: answer, label: t(`protection.${answer}`) }))}
      onChange={answer => set({ [field]: answer as Protection })}
    />
  )
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={device ? t('changeOne', { name: device.id }) : t('add')}
      submit={device ? t('save') : t('add')}
      pending={register.pending || change.pending}
      error={device ? change.error : register.error}
      missing={id.trim() && site && from ? undefined : t('missing')}
      onSubmit={submit}
    >
      <div className={form.two}>
        {!device && (
          <TextInput
            label={t('column.id')}
            required
            data-autofocus
            maxLength={64}
            value={id}
            onChange={event => set({ id: event.currentTarget.value })}
          />
        )}
        <TextInput
          label={t('column.name')}
          maxLength={80}
          placeholder={id}
          value={name}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        {!device && (
          <Select
            label={t('column.class')}
            allowDeselect={false}
            value={kind}
            data={deviceClasses.map(one => ({ value: one, label: t(`class.${one}`) }))}
            onChange={one => set({ kind: one as Class })}
          />
        )}
        <Select
          label={t('column.site')}
          required
          value={site ?? null}
          data={open.map(one => ({ value: one.id, label: one.label }))}
          onChange={one => set({ site: one ?? undefined })}
        />
        {!device && <DateField label={t('from')} required value={from} onChange={date => set({ from: date })} />}
        <TextInput
          label={t('serial')}
          maxLength={80}
          value={serial}
          onChange={event => set({ serial: event.currentTarget.value })}
        />
        <Select
          label={t('user')}
          clearable
          searchable
          value={user ?? null}
          data={(people.data?.value.items ?? [])
            .filter(({ status, id: known }) => status !== 'left' || known === user)
            .map(one => ({ value: one.id, label: inLanguage(one.name, language) }))}
          onChange={one => set({ user: one ?? undefined })}
        />
        <DateField label={t('acquired')} value={acquired} onChange={date => set({ acquired: date })} />
        {protection('antivirus')}
        {protection('backup')}
      </div>
      {(device?.class ?? kind) === 'server' && (
        <Checkbox label={t('standbyWhat')} checked={standby} onChange={event => set({ standby: event.currentTarget.checked })} />
      )}
    </FormDialog>
  )
}
