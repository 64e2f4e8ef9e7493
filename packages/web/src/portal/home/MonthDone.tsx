import { localDateOf, monthOf } from '@pactdesk/domain/kernel/time'
import { getMaintenance } from '@pactdesk/domain/outsourcing/field-service/routes'
import { listClosedTickets, listOpenTickets } from '@pactdesk/domain/service-desk/routes'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api/query.ts'
import { formatDay, formatMonth } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { useNow } from '../../time/use-now.ts'
import { useClientKey } from '../use-client.ts'
import css from './home.module.css'

/** What was done for the client this month: faults solved, visits, devices maintained; the latest by name. */
export function MonthDone() {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const client = useClientKey()
  const zone = useProviderZone()
  const month = monthOf(localDateOf(new Date(useNow()).toISOString(), zone))
  const closed = useApiQuery(listClosedTickets, { params: { client }, query: { month, limit: 200 } })
  const open = useApiQuery(listOpenTickets, { params: { client } })
  const maintenance = useApiQuery(getMaintenance, { params: { client, month } })
  const solved = [
    ...(open.data?.value.rows.filter(({ status }) => status === 'resolved') ?? []),
    ...(closed.data?.value.items ?? []),
  ].toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
  const done = maintenance.data?.value
  return (
    <section className={css.card}>
      <h2>
        {t('month.title')} <small>{formatMonth(month, language)}</small>
      </h2>
      <ul className={css.figures}>
        <li>
          <b>{closed.data ? solved.length : '–'}</b> {t('month.solved')}
        </li>
        {done && (
          <>
            <li>
              <b>{done.visitsDone}</b> {t('month.visits')}
              <small>{t('month.planned', { count: done.visitsPlanned })}</small>
            </li>
            <li>
              <b>
                {done.devicesMaintained}/{done.devicesDue}
              </b>{' '}
              {t('month.devices')}
              {done.makeUps > 0 && <small>{t('month.makeUps', { count: done.makeUps })}</small>}
            </li>
          </>
        )}
      </ul>
      {closed.data && solved.length === 0 && <p className={css.quiet}>{t('month.none')}</p>}
      <ul className={css.lines}>
        {solved.slice(0, 4).map(row => (
          <li key={row.number}>
            <span className={css.quiet}>{formatDay(row.updatedAt, zone, language, 'short')}</span>
            <span>{row.assignee?.name ?? '—'}</span>
            <Link to="/portal/requests/$id" params={{ id: row.number }}>
              {row.subject}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
