import { Button, Textarea } from '@mantine/core'
import { replyToTicket } from '@pactdesk/domain/service-support/incident/routes'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { IconSend } from '@tabler/icons-react'
import { useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useDraft } from '../../parts/input/draft.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import { useTicketCommand } from '../../ticket/use-ticket.ts'
import css from './request.module.css'

/** The client's words; kept on the device until they are sent. */
export function ReplyBox({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('portal')
  const say = useProblemText()
  const draft = useDraft(`request.${ticket.number}.reply`)
  const params = { client: ticket.client, ticket: ticket.number }
  const { send, pending, error } = useTicketCommand(replyToTicket, params, () => {
    draft.clear()
    sayDone(t('reply.sent'))
  })
  const submit = (): void => {
    if (draft.text.trim() && !pending) void send({ params, body: { text: draft.text.trim() } })
  }
  useKeys({ 'mod+enter': submit })
  return (
    <div>
      <Textarea
        label={t('reply.label')}
        value={draft.text}
        onChange={event => draft.write(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={8000}
      />
      {error !== null && error !== undefined && (
        <p className={css.refused} role="alert">
          {say(error)} {t('textKept')}
        </p>
      )}
      <div className={css.actions}>
        <Button
          variant="filled"
          leftSection={<IconSend size={18} stroke={1.6} />}
          loading={pending}
          disabled={!draft.text.trim()}
          onClick={submit}
        >
          {t('reply.send')}
        </Button>
      </div>
    </div>
  )
}
