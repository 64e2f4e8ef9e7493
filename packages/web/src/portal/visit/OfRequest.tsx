import { localDateOf } from '@pactdesk/domain/kernel/time'
import { listClientVisits } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api/query.ts'
import { formatDate, formatTimeRange } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { VisitStatusTag } from '../../visits/parts/VisitStatusTag.tsx'
import request from '../request/request.module.css'
import css from './visit.module.css'

/** Who comes for this request, and when; absent where nobody is sent. */
export function OfRequest({ ticket, zone }: { ticket: TicketView; zone: string }) {
  const { t } = useTranslation('portal-visits')
  const language = useLanguage()
  const from = localDateOf(ticket.requestedAt, zone)
  const query = { from, ticket: ticket.number, limit: 200 }
  const answer = useApiQuery(listClientVisits, { params: { client: ticket.client }, query }, { live: true })
  const visits = answer.data?.value.items ?? []
  if (visits.length === 0) return null
  return (
    <section className={request.card}>
      <h2>{t('ofRequest')}</h2>
      <ul className={css.rows}>
        {visits.map(visit => (
          <li key={visit.id}>
            <span>
              <Link to="/portal/visits/$id" params={{ id: visit.id }}>
                {formatDate(visit.date, language, 'day')}{' '}
                {visit.window && formatTimeRange(visit.window.from, visit.window.to, zone, language)}
              </Link>
              <small>{visit.technician?.name ?? t('nobody')}</small>
            </span>
            <VisitStatusTag visit={visit} />
          </li>
        ))}
      </ul>
    </section>
  )
}
