import { Button } from '@mantine/core'
import { visitors } from '@pactdesk/domain/outsourcing/field-service/actions'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useHasRole } from '../../auth/who.ts'
import { formatDate, formatDateTime, formatTimeRange } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { JoinTicketDialog } from './JoinTicketDialog.tsx'
import { type PlanCommand, PlanDialog } from './PlanDialog.tsx'
import css from './visit.module.css'

const commands: readonly PlanCommand[] = ['schedule', 'move', 'make-up', 'accept-unsigned', 'cancel']

/** Until somebody has left, one more ticket can be served. */
const joinable: readonly VisitView['status'][] = ['planned', 'scheduled', 'travelling', 'on-site']

/** When, by whom, for which tickets, how often moved; and what may be planned anew. */
export function PlanCard({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const [asked, setAsked] = useState<PlanCommand | 'join-ticket'>()
  const mayJoin = useHasRole(...visitors) && joinable.includes(visit.status)
  const { window, zone } = visit
  return (
    <section className={css.card}>
      <header>
        <h2>{t('planning.title')}</h2>
      </header>
      <div className={css.stack}>
        <p>
          {formatDate(visit.date, language)}
          {window && ` ${formatTimeRange(window.from, window.to, zone, language)}`}
          {` · ${visit.technician?.name ?? t('unassigned')}`}
        </p>
        {visit.tickets.map(id => (
          <Link key={id} to="/desk/tickets/$id" params={{ id }}>
            {id}
          </Link>
        ))}
        {visit.moves.map(({ from, to, asked: who, note, at }) => (
          <p key={at} className={css.quiet}>
            {t('planning.moved', {
              from: formatDate(from, language, 'short'),
              to: formatDate(to, language, 'short'),
              who: t(`asked.${who}`),
            })}
            {note && ` · ${note}`}
          </p>
        ))}
        {visit.cancelled && (
          <p className={css.quiet}>
            {t('planning.cancelled', {
              at: formatDateTime(visit.cancelled.at, zone, language),
              who: t(`asked.${visit.cancelled.asked}`),
            })}
            {visit.cancelled.note && ` · ${visit.cancelled.note}`}
          </p>
        )}
        <div className={css.buttons}>
          {commands
            .filter(command => visit.actions.includes(command))
            .map(command => (
              <Button key={command} onClick={() => setAsked(command)}>
                {t(`act.${command}`)}
              </Button>
            ))}
          {mayJoin && <Button onClick={() => setAsked('join-ticket')}>{t('act.join-ticket')}</Button>}
        </div>
      </div>
      {asked === 'join-ticket' && <JoinTicketDialog visit={visit} onClose={() => setAsked(undefined)} />}
      {asked && asked !== 'join-ticket' && <PlanDialog visit={visit} command={asked} onClose={() => setAsked(undefined)} />}
    </section>
  )
}
