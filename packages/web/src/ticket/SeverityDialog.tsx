import { Checkbox, Textarea } from '@mantine/core'
import { stateTicketSeverity } from '@pactdesk/domain/service-support/incident/routes'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { useState } from 'react'
import { useTranslation } from '../i18n/i18n.ts'
import { Choice } from './Choice.tsx'
import { FormDialog } from './FormDialog.tsx'
import { useTicketCommand } from './use-ticket.ts'

type Props = { ticket: TicketView; side: 'client' | 'provider'; onClose: () => void; onDone: () => void }

/** One's own side's view of the severity. Both are kept; clocks run under both until one side says the same. */
export function SeverityDialog({ ticket, side, onClose, onDone }: Props) {
  const { t } = useTranslation('ticket')
  const params = { client: ticket.client, ticket: ticket.number }
  const own = ticket.severity[side]
  const other = ticket.severity[side === 'client' ? 'provider' : 'client']
  const [severity, setSeverity] = useState<'severe' | 'ordinary'>(own?.severity ?? other?.severity ?? 'ordinary')
  const [down, setDown] = useState(own?.wholeNetworkDown ?? false)
  const [note, setNote] = useState('')
  const { send, pending, error } = useTicketCommand(stateTicketSeverity, params, onDone)
  const yields = other !== undefined && other.severity === severity && own !== undefined && own.severity !== severity
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('severityDialog.title')}
      submit={t('severityDialog.submit')}
      pending={pending}
      error={error}
      missing={severity === 'severe' && !down ? t('severityDialog.missing') : undefined}
      effect={t(yields ? 'severityDialog.yields' : 'severityDialog.effect')}
      onSubmit={() =>
        void send({
          params,
          body: { severity, wholeNetworkDown: severity === 'severe' && down, ...(note.trim() && { note: note.trim() }) },
        })
      }
    >
      <Choice
        label={t('severityDialog.severity')}
        options={(['severe', 'ordinary'] as const).map(value => ({ value, label: t(`severityShort.${value}`) }))}
        value={severity}
        onChange={setSeverity}
      />
      {severity === 'severe' && (
        <Checkbox label={t('severityDialog.down')} checked={down} onChange={event => setDown(event.currentTarget.checked)} />
      )}
      <Textarea
        label={t('severityDialog.note')}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={300}
      />
    </FormDialog>
  )
}
