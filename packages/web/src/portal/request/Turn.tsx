import { Button } from '@mantine/core'
import { confirmTicket } from '@pactdesk/domain/service-support/incident/routes'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { useState } from 'react'
import { formatDateTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import { Contests } from '../../ticket/Contests.tsx'
import { useTicketCommand } from '../../ticket/use-ticket.ts'
import { AskDialog, type Asks } from './AskDialog.tsx'
import css from './request.module.css'

/** What is asked of the client now: an answer that is waited for, with the reason and how to contest it; or its confirmation. */
export function Turn({ ticket, zone }: { ticket: TicketView; zone: string }) {
  const { t } = useTranslation('portal')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const [asks, setAsks] = useState<Asks>()
  const params = { client: ticket.client, ticket: ticket.number }
  const confirm = useTicketCommand(confirmTicket, params, () => sayDone(t('turn.confirmed')))
  const may = (action: string): boolean => ticket.actions.includes(action)
  const { waiting } = ticket
  const contested = <Contested ticket={ticket} zone={zone} />
  const dialog = asks && <AskDialog ticket={ticket} asks={asks} onClose={() => setAsks(undefined)} />
  if (waiting)
    return (
      <section className={`${css.card} ${waiting.on === 'client' ? css.warn : ''}`}>
        <h2>{waiting.on === 'client' ? t('turn.yours') : t('turn.waits', { whom: part(`waitsFor.${waiting.on}`) })}</h2>
        <p>{waiting.reason}</p>
        {waiting.whom && <p>{t('turn.whom', { name: waiting.whom })}</p>}
        <p>
          <small>
            {t(waiting.pauses ? 'turn.paused' : 'turn.runs', {
              who: waiting.by.name,
              when: formatDateTime(waiting.since, zone, language),
            })}
          </small>
        </p>
        {contested}
        {may('contest-pause') && (
          <div className={css.actions}>
            <Button onClick={() => setAsks('contest')}>{t('turn.contest')}</Button>
          </div>
        )}
        {dialog}
      </section>
    )
  if (ticket.status === 'resolved')
    return (
      <section className={`${css.card} ${css.ask}`}>
        <h2>{t('turn.solved')}</h2>
        <p>
          {ticket.autoClose ? t('turn.closes', { when: formatDateTime(ticket.autoClose.at, zone, language) }) : t('turn.please')}
          {ticket.autoClose?.provisional && ` ${t('turn.provisional')}`}
        </p>
        {contested}
        <div className={css.actions}>
          {may('confirm') && (
            <Button variant="filled" loading={confirm.pending} onClick={() => void confirm.send({ params, body: {} })}>
              {t('turn.confirm')}
            </Button>
          )}
          {may('reopen') && <Button onClick={() => setAsks('reopen')}>{t('turn.reopen')}</Button>}
        </div>
        {dialog}
      </section>
    )
  if (ticket.status === 'closed' && may('reopen'))
    return (
      <section className={css.card}>
        <p>{ticket.closed && t('turn.closed', { when: formatDateTime(ticket.closed.at, zone, language) })}</p>
        {contested}
        <div className={css.actions}>
          <Button onClick={() => setAsks('reopen')}>{t('turn.reopen')}</Button>
        </div>
        {dialog}
      </section>
    )
  return ticket.contests ? <section className={css.card}>{contested}</section> : null
}

/** Pauses that this side did not accept, and what became of it; whether the wait is over or not. */
function Contested({ ticket, zone }: { ticket: TicketView; zone: string }) {
  const { t } = useTranslation('portal')
  if (!ticket.contests) return null
  return (
    <>
      <h3 className={css.contests}>{t('turn.contests')}</h3>
      <Contests contests={ticket.contests} zone={zone} />
    </>
  )
}
