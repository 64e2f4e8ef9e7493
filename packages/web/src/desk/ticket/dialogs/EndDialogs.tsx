import { Textarea } from '@mantine/core'
import { closeTicket, reopenTicket, resolveTicket } from '@pactdesk/domain/service-support/incident/routes'
import { useState } from 'react'
import { useTranslation } from '../../../i18n/i18n.ts'
import { FormDialog } from '../../../ticket/FormDialog.tsx'
import { useTicketCommand } from '../../../ticket/use-ticket.ts'
import { ticker } from '../../../time/ticker.ts'
import { askedAt } from '../../queue/asked-at.ts'
import { type DialogProps, refOf } from './dialog.ts'
import { TimeField } from './TimeField.tsx'

/** It works again: since when, and what helped. The clock stops at the time of restoration. */
export function ResolveDialog({ ticket, zone, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const [time, setTime] = useState('')
  const [solution, setSolution] = useState('')
  const { send, pending, error } = useTicketCommand(resolveTicket, refOf(ticket), onDone)
  const submit = () => {
    const restoredAt = time.trim() ? askedAt({ time }, ticker.now(), zone) : undefined
    return send({
      params: refOf(ticket),
      body: { ...(restoredAt && { restoredAt }), ...(solution.trim() && { solution: solution.trim() }) },
    })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('resolve.title')}
      submit={t('resolve.submit')}
      pending={pending}
      error={error}
      effect={t('resolve.effect')}
      onSubmit={() => void submit()}
    >
      <Textarea
        label={t('resolve.solution')}
        value={solution}
        onChange={event => setSolution(event.currentTarget.value)}
        autosize
        minRows={3}
        data-autofocus
      />
      <TimeField label={t('resolve.restoredAt')} zone={zone} value={time} onChange={setTime} />
    </FormDialog>
  )
}

/** Closing without the client's word, or opening it again: both with a reason that stays in the story. */
export function ReasonDialog({ ticket, onClose, onDone, what }: DialogProps & { what: 'close' | 'reopen' }) {
  const { t } = useTranslation('desk')
  const [reason, setReason] = useState('')
  const route = what === 'close' ? closeTicket : reopenTicket
  const { send, pending, error } = useTicketCommand(route, refOf(ticket), onDone)
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`${what}.title`)}
      submit={t(`${what}.submit`)}
      pending={pending}
      error={error}
      effect={t(`${what}.effect`)}
      onSubmit={() => void send({ params: refOf(ticket), body: reason.trim() ? { reason: reason.trim() } : {} })}
    >
      <Textarea
        label={t('reason')}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={300}
        data-autofocus
      />
    </FormDialog>
  )
}
