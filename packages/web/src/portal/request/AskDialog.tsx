import { Textarea } from '@mantine/core'
import { contestPause, reopenTicket, requestOnSite, withdrawTicket } from '@pactdesk/domain/service-support/incident/routes'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { useState } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { useTicketCommand } from '../../ticket/use-ticket.ts'

export type Asks = 'contest' | 'reopen' | 'withdraw' | 'on-site'

/** A step of the client's own, with what happens then. */
export function AskDialog({ ticket, asks, onClose }: { ticket: TicketView; asks: Asks; onClose: () => void }) {
  const { t } = useTranslation('portal')
  const params = { client: ticket.client, ticket: ticket.number }
  const [text, setText] = useState('')
  const done = (): void => {
    onClose()
    sayDone(t(`ask.${asks}.done`))
  }
  const contest = useTicketCommand(contestPause, params, done)
  const reopen = useTicketCommand(reopenTicket, params, done)
  const withdraw = useTicketCommand(withdrawTicket, params, done)
  const come = useTicketCommand(requestOnSite, params, done)
  const { pending, error } = { contest, reopen, withdraw, 'on-site': come }[asks]
  const reason = text.trim() ? { reason: text.trim() } : {}
  const submit = (): void => {
    if (asks === 'contest') void contest.send({ params, body: { text: text.trim() } })
    else if (asks === 'reopen') void reopen.send({ params, body: reason })
    else if (asks === 'withdraw') void withdraw.send({ params, body: reason })
    else void come.send({ params, body: {} })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`ask.${asks}.title`)}
      submit={t(`ask.${asks}.submit`)}
      pending={pending}
      error={error}
      effect={t(`ask.${asks}.effect`)}
      missing={asks === 'contest' && !text.trim() ? t('ask.missing') : undefined}
      onSubmit={submit}
    >
      {asks !== 'on-site' && (
        <Textarea
          label={t(`ask.${asks}.text`)}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={asks === 'contest' ? 500 : 300}
          data-autofocus
        />
      )}
    </FormDialog>
  )
}
