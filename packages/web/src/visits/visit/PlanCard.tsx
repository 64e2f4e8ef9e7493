import { Button } from '@mantine/core'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDate, formatTimeRange } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { type PlanCommand, PlanDialog } from './PlanDialog.tsx'
import css from './visit.module.css'

const commands: readonly PlanCommand[] = ['schedule', 'move', 'make-up', 'accept-unsigned', 'cancel']

/** When, by whom, for which tickets, how often moved; and what may be planned anew. */
export function PlanCard({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const [asked, setAsked] = useState<PlanCommand>()
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
        <div className={css.buttons}>
          {commands
            .filter(command => visit.actions.includes(command))
            .map(command => (
              <Button key={command} onClick={() => setAsked(command)}>
                {t(`act.${command}`)}
              </Button>
            ))}
        </div>
      </div>
      {asked && <PlanDialog visit={visit} command={asked} onClose={() => setAsked(undefined)} />}
    </section>
  )
}
