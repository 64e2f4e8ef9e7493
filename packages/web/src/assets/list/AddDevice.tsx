import { Select, TextInput } from '@mantine/core'
import { type DeviceClass, deviceClasses } from '@pactdesk/domain/service-support/configuration/device'
import { countDevices, listDevices, registerDevice } from '@pactdesk/domain/service-support/configuration/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { useSites } from '../../ticket/use-places.ts'

type Props = { client: string; today: string; onClose: () => void }

/** Registers one device; its class and first day in service stay as they are given here. */
export function AddDevice({ client, today, onClose }: Props) {
  const { t } = useTranslation('assets')
  const { sites } = useSites(client)
  const [id, setId] = useState('')
  const [name, setName] = useState('')
  const [serial, setSerial] = useState('')
  const [kind, setKind] = useState<DeviceClass>('pc')
  const [chosen, setSite] = useState<string>()
  const [from, setFrom] = useState<string | undefined>(today)
  const site = chosen ?? (sites.length === 1 ? sites[0]?.id : undefined)
  const register = useApiMutation(registerDevice, {
    refreshes: [listDevices, countDevices],
    onDone: () => {
      sayDone(t('added', { name: name.trim() || id.trim() }))
      onClose()
    },
  })
  const complete = id.trim() !== '' && site !== undefined && from !== undefined
  const submit = (): void => {
    if (!site || !from) return
    void register.send({
      params: { client },
      body: {
        id: id.trim(),
        name: name.trim() || id.trim(),
        class: kind,
        site,
        inServiceFrom: from,
        ...(serial.trim() && { serial: serial.trim() }),
      },
    })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('add')}
      submit={t('add')}
      pending={register.pending}
      error={register.error}
      missing={complete ? undefined : t('missing')}
      onSubmit={submit}
    >
      <TextInput label={t('column.id')} required maxLength={64} value={id} onChange={event => setId(event.currentTarget.value)} />
      <TextInput
        label={t('column.name')}
        maxLength={80}
        value={name}
        placeholder={id}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Select
        label={t('column.class')}
        value={kind}
        allowDeselect={false}
        data={deviceClasses.map(value => ({ value, label: t(`class.${value}`) }))}
        onChange={value => setKind((value ?? 'pc') as DeviceClass)}
      />
      <Select
        label={t('column.site')}
        required
        value={site ?? null}
        data={sites.map(each => ({ value: each.id, label: each.label }))}
        onChange={value => setSite(value ?? undefined)}
      />
      <DateField label={t('from')} required value={from} onChange={setFrom} />
      <TextInput label={t('serial')} maxLength={80} value={serial} onChange={event => setSerial(event.currentTarget.value)} />
    </FormDialog>
  )
}
