import { addDays, localDateOf } from '@pactdesk/domain/kernel/time'
import { listClientVisits } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitRow } from '@pactdesk/domain/outsourcing/field-service/views'
import { IconSignature } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api/query.ts'
import { formatDate, formatTimeRange } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { Avatar } from '../../parts/marks/Avatar.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { useNow } from '../../time/use-now.ts'
import { VisitStatusTag } from '../../visits/parts/VisitStatusTag.tsx'
import { useClientKey } from '../use-client.ts'
import css from './home.module.css'

const coming: readonly VisitRow['status'][] = ['planned', 'scheduled', 'travelling', 'on-site']

/** Who comes next, when, for what. */
export function NextVisit() {
  const { t } = useTranslation('portal')
  const client = useClientKey()
  const zone = useProviderZone()
  const today = localDateOf(new Date(useNow()).toISOString(), zone)
  // A report of the last weeks may still wait for a signature.
  const from = addDays(today, -31)
  const answer = useApiQuery(listClientVisits, { params: { client }, query: { from, limit: 200 } })
  return (
    <section className={css.card}>
      <h2>
        {t('visit.title')} <Link to="/portal/visits">{t('visit.all')}</Link>
      </h2>
      <Region query={answer} failed={t('visit.failed')} shape="lines" count={3}>
        {({ value }) => (
          <>
            <Next visit={value.items.find(({ status, date }) => coming.includes(status) && date >= today)} zone={zone} />
            <ToSign visits={value.items.filter(({ status, mode }) => status === 'finished' && mode === 'on-site')} />
          </>
        )}
      </Region>
    </section>
  )
}

/** Visits that are over and wait for the client's signature. */
function ToSign({ visits }: { visits: readonly VisitRow[] }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  return visits.map(({ id, date }) => (
    <p key={id} className={css.toSign}>
      <IconSignature size={18} stroke={1.6} aria-hidden />
      <Link to="/portal/visits/$id" params={{ id }}>
        {t('visit.toSign', { date: formatDate(date, language, 'day') })}
      </Link>
    </p>
  ))
}

function Next({ visit, zone }: { visit: VisitRow | undefined; zone: string }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  if (!visit) return <p className={css.quiet}>{t('visit.none')}</p>
  const month =
    language === 'en' ? formatDate(visit.date, language, 'short').split(' ')[1] : `${Number(visit.date.slice(5, 7))}月`
  return (
    <Link to="/portal/visits/$id" params={{ id: visit.id }} className={css.visit}>
      <span className={css.day} aria-hidden="true">
        <small>{month}</small>
        <b>{Number(visit.date.slice(8))}</b>
      </span>
      <span>
        <b>
          {formatDate(visit.date, language, 'day')}{' '}
          {visit.window && formatTimeRange(visit.window.from, visit.window.to, zone, language)}
        </b>
        <span className={css.who}>
          {visit.technician && <Avatar name={visit.technician.name} size={20} />}
          {visit.technician ? t('visit.by', { name: visit.technician.name }) : t('visit.nobody')}
          <VisitStatusTag visit={visit} />
        </span>
        <small className={css.quiet}>
          {visit.kind === 'ticket'
            ? t('visit.ticket', { numbers: visit.tickets.join(', ') })
            : t('visit.maintenance', { count: visit.devices })}
          {visit.provisional && ` ${t('visit.provisional')}`}
        </small>
      </span>
    </Link>
  )
}
