import { Button } from '@mantine/core'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import { listClientVisits } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { IconMapPin, IconTruck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api/query.ts'
import { formatDate, formatDateTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { VisitStatusTag } from '../../visits/parts/VisitStatusTag.tsx'
import type { DialogName } from './dialogs/dialog.ts'
import css from './ticket.module.css'
import { useStaffNames } from './use-staff.ts'

type Props = { ticket: TicketView; zone: string; onAsk: (dialog: DialogName) => void }

/** Who was asked to come, whether somebody is there, and the visits that serve this ticket. */
export function OnSite({ ticket, zone, onAsk }: Props) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const may = (action: string): boolean => ticket.actions.includes(action)
  const from = localDateOf(ticket.requestedAt, zone)
  const query = { from, ticket: ticket.number, limit: 200 }
  const answer = useApiQuery(listClientVisits, { params: { client: ticket.client }, query }, { live: true })
  const visits = answer.data?.value.items ?? []
  const nameOf = useStaffNames()
  const last = ticket.onSite.at(-1)
  return (
    <section className={css.section}>
      <h3>{t('onSite.title')}</h3>
      {last ? (
        <p>
          {last.arrivedAt
            ? t('onSite.there', { who: last.by?.name ?? '', when: formatDateTime(last.arrivedAt, zone, language) })
            : t('onSite.asked', { when: formatDateTime(last.requestedAt, zone, language) })}
        </p>
      ) : (
        <p className={css.quiet}>{t('onSite.none')}</p>
      )}
      <ul className={css.links}>
        {visits.map(visit => (
          <li key={visit.id}>
            <Link to="/visits/$id" params={{ id: visit.id }} search={{ client: visit.client } as never}>
              {formatDate(visit.date, language, 'day')} {nameOf(visit.technician) ?? t('onSite.nobody')}
            </Link>
            <VisitStatusTag visit={visit} />
          </li>
        ))}
      </ul>
      <div className={css.row}>
        {may('request-on-site') && (
          <Button leftSection={<IconMapPin size={15} stroke={1.6} />} onClick={() => onAsk('on-site')}>
            {t('onSite.request')}
          </Button>
        )}
        {may('assign') && ticket.status !== 'resolved' && (
          <Button leftSection={<IconTruck size={15} stroke={1.6} />} onClick={() => onAsk('dispatch')}>
            {t('onSite.send')}
          </Button>
        )}
        {may('record-arrival') && <Button onClick={() => onAsk('arrival')}>{t('onSite.record')}</Button>}
      </div>
    </section>
  )
}
