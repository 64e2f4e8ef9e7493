import { Textarea, TextInput } from '@mantine/core'
import { waitTicket } from '@pactdesk/domain/service-support/incident/routes'
import { useState } from 'react'
import { useTranslation } from '../../../i18n/i18n.ts'
import { Choice } from '../../../ticket/Choice.tsx'
import { FormDialog } from '../../../ticket/FormDialog.tsx'
import { useTicketCommand } from '../../../ticket/use-ticket.ts'
import { type DialogProps, refOf } from './dialog.ts'

export type WaitsOn = 'client' | 'part' | 'supplier'
export const waitsOn: readonly WaitsOn[] = ['client', 'part', 'supplier']

/** For whom it waits, and why: the client reads it and may contest it. */
export function WaitDialog({ ticket, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const { t: part } = useTranslation('parts')
  const [on, setOn] = useState<WaitsOn>('client')
  const [reason, setReason] = useState('')
  const [whom, setWhom] = useState('')
  const { send, pending, error } = useTicketCommand(waitTicket, refOf(ticket), onDone)
  const submit = () =>
    send({ params: refOf(ticket), body: { on, reason: reason.trim(), ...(whom.trim() && { whom: whom.trim() }) } })
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('wait.title')}
      submit={t('wait.submit')}
      pending={pending}
      error={error}
      missing={reason.trim() ? undefined : t('wait.missing')}
      effect={t('wait.effect')}
      onSubmit={() => void submit()}
    >
      <Choice
        label={t('wait.on')}
        options={waitsOn.map(value => ({ value, label: part(`waitsFor.${value}`) }))}
        value={on}
        onChange={setOn}
      />
      <Textarea
        label={t('wait.reason')}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={300}
        data-autofocus
      />
      <TextInput label={t('wait.whom')} value={whom} onChange={event => setWhom(event.currentTarget.value)} maxLength={120} />
    </FormDialog>
  )
}
