import { Select } from '@mantine/core'
import { joinTicket } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { listOpenTickets } from '@pactdesk/domain/service-desk/routes'
import { useState } from 'react'
import { useApiQuery } from '../../api/query.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { useVisitCommand } from './use-visit.ts'

type Props = { visit: VisitView; onClose: () => void }

/** One more open ticket of the client is served on this visit; its arrival clock then stops with the visit's begin. */
export function JoinTicketDialog({ visit, onClose }: Props) {
  const { t } = useTranslation('visits')
  const open = useApiQuery(listOpenTickets, { params: { client: visit.client } })
  const [ticket, setTicket] = useState<string>()
  const ref = { client: visit.client, visit: visit.id }
  const join = useVisitCommand(joinTicket, ref, undefined, onClose)
  const others = (open.data?.value.rows ?? []).filter(({ number }) => !visit.tickets.includes(number))
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('act.join-ticket')}
      submit={t('act.join-ticket')}
      pending={join.pending}
      error={join.error}
      missing={ticket ? undefined : open.data && others.length === 0 ? t('join.none') : t('join.missing')}
      effect={t('effect.join-ticket')}
      onSubmit={() => ticket && void join.send({ params: ref, body: { ticket } })}
    >
      <Select
        label={t('join.ticket')}
        required
        searchable
        value={ticket ?? null}
        data={others.map(({ number, subject }) => ({ value: number, label: `${number} ${subject}` }))}
        onChange={value => setTicket(value ?? undefined)}
      />
    </FormDialog>
  )
}
