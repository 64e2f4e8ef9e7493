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
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import css from '../clients.module.css'
import { FormDialog } from '../FormDialog.tsx'

type Site = { id: string; name: { zh: string; en: string } }
type Props = { client: string; sites: readonly Site[]; today: string; device?: DeviceView | undefined; onClose: () => void }
type Protection = 'yes' | 'no' | 'unknown'
type Class = (typeof deviceClasses)[number]

const answers: readonly Protection[] = ['yes', 'no', 'unknown']

/** A device typed by hand. Its class and first day never change afterwards. */
export function DeviceForm({ client, sites, today, device, onClose }: Props) {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const [form, setForm] = useState({
    id: device?.id ?? '',
    name: device?.name ?? '',
    kind: (device?.class ?? 'pc') as Class,
    site: device?.site ?? sites[0]?.id ?? '',
    serial: device?.serial ?? '',
    from: today as string | undefined,
    antivirus: (device?.antivirus ?? 'unknown') as Protection,
    backup: (device?.backup ?? 'unknown') as Protection,
    standby: device?.standby ?? false,
  })
  const set = (part: Partial<typeof form>): void => setForm(old => ({ ...old, ...part }))
  const refreshes = [listDevices, countDevices, getDevice]
  const register = useApiMutation(registerDevice, { refreshes, onDone: onClose })
  const change = useApiMutation(changeDevice, { refreshes, onDone: onClose })
  const { id, name, kind, site, serial, from, antivirus, backup, standby } = form
  const facts = {
    name: name.trim() || id.trim(),
    site,
    ...(serial.trim() && { serial: serial.trim() }),
    ...(device?.user && { user: device.user }),
    ...(device?.acquired && { acquired: device.acquired }),
    antivirus,
    backup,
    standby,
  }
  const protection = (field: 'antivirus' | 'backup') => (
    <Select
      label={t(`device.${field}`)}
      allowDeselect={false}
      value={form[field]}
      data={answers.map(answer => ({ value: answer, label: t(`protection.${answer}`) }))}
      onChange={answer => set({ [field]: answer as Protection })}
    />
  )
  return (
    <FormDialog
      title={device ? t('device.change', { id: device.id }) : t('device.new')}
      onClose={onClose}
      action={t('save')}
      pending={register.pending || change.pending}
      error={register.error ?? change.error}
      missing={id.trim() && site && from ? undefined : t('device.missing')}
      onSubmit={() => {
        if (device) void change.send({ params: { client, device: device.id }, body: facts })
        else if (from)
          void register.send({ params: { client }, body: { ...facts, id: id.trim(), class: kind, inServiceFrom: from } })
      }}
    >
      <div className={css.grid}>
        {!device && (
          <TextInput
            label={t('device.id')}
            required
            data-autofocus
            value={id}
            onChange={event => set({ id: event.currentTarget.value })}
          />
        )}
        <TextInput label={t('device.name')} value={name} onChange={event => set({ name: event.currentTarget.value })} />
        {!device && (
          <Select
            label={t('device.class')}
            allowDeselect={false}
            value={kind}
            data={deviceClasses.map(one => ({ value: one, label: t(`class.${one}`) }))}
            onChange={one => set({ kind: one as Class })}
          />
        )}
        <Select
          label={t('device.site')}
          allowDeselect={false}
          value={site}
          data={sites.map(one => ({ value: one.id, label: inLanguage(one.name, language) }))}
          onChange={one => set({ site: one ?? '' })}
        />
        <TextInput label={t('device.serial')} value={serial} onChange={event => set({ serial: event.currentTarget.value })} />
        {!device && <DateField label={t('device.from')} required value={from} onChange={date => set({ from: date })} />}
        {protection('antivirus')}
        {protection('backup')}
        <Checkbox
          className={css.wide}
          label={t('device.standby')}
          checked={standby}
          onChange={event => set({ standby: event.currentTarget.checked })}
        />
      </div>
    </FormDialog>
  )
}
