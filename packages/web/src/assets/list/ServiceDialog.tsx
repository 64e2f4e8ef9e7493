import { Select } from '@mantine/core'
import { RetireReason } from '@pactdesk/domain/service-support/configuration/device'
import { countDevices, listDevices, retireDevice, returnDevice } from '@pactdesk/domain/service-support/configuration/routes'
import type { DeviceRow } from '@pactdesk/domain/service-support/configuration/views'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { formatDate } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { FormDialog } from '../../ticket/FormDialog.tsx'

type Props = { client: string; device: DeviceRow; today: string; onClose: () => void }
type Reason = (typeof RetireReason.options)[number]

/** Takes a device out of service, or puts it back; the dialog says from which day it counts. */
export function ServiceDialog({ client, device, today, onClose }: Props) {
  const { t } = useTranslation('assets')
  const language = useLanguage()
  const [on, setOn] = useState<string | undefined>(today)
  const [reason, setReason] = useState<Reason>('replaced')
  const retiring = device.status === 'in-service'
  const { name } = device
  const done = (): void => {
    sayDone(t(retiring ? 'retired' : 'returned', { name }))
    onClose()
  }
  const refreshes = [listDevices, countDevices]
  const retire = useApiMutation(retireDevice, { refreshes, onDone: done })
  const back = useApiMutation(returnDevice, { refreshes, onDone: done })
  const params = { client, device: device.id }
  const date = on ? formatDate(on, language) : '—'
  const submit = (): void => {
    if (!on) return
    if (retiring) void retire.send({ params, body: { on, reason } })
    else void back.send({ params, body: { on } })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(retiring ? 'retireOne' : 'returnOne', { name })}
      submit={t(retiring ? 'retire' : 'return')}
      pending={retire.pending || back.pending}
      error={retiring ? retire.error : back.error}
      missing={on ? undefined : t(retiring ? 'on' : 'onReturn')}
      effect={t(retiring ? 'retireEffect' : 'returnEffect', { name, date })}
      danger={retiring}
      onSubmit={submit}
    >
      <DateField label={t(retiring ? 'on' : 'onReturn')} required value={on} onChange={setOn} />
      {retiring && (
        <Select
          label={t('reason')}
          value={reason}
          allowDeselect={false}
          data={RetireReason.options.map(value => ({ value, label: t(`reasons.${value}`) }))}
          onChange={value => setReason((value ?? 'replaced') as Reason)}
        />
      )}
    </FormDialog>
  )
}
