import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWho } from '../../auth/who.ts'
import { ClockDrawer } from '../../clock/ClockDrawer.tsx'
import { formatDateTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import { PromiseChip } from '../../parts/promise/PromiseChip.tsx'
import { currentClocks } from '../../ticket/current-clocks.ts'
import { clockPromise, promiseOf } from '../../ticket/promise.ts'
import { ticketRef, useTicket } from '../../ticket/use-ticket.ts'
import css from './visit.module.css'

/** What the contract promises about coming, for each ticket of the visit: the arrival clocks of 3(6) and 3(7), with why. */
export function ArrivalPromises({ visit }: { visit: VisitView }) {
  if (visit.tickets.length === 0) return null
  return (
    <ul className={css.promises}>
      {visit.tickets.map(number => (
        <TicketPromise key={number} number={number} zone={visit.zone} />
      ))}
    </ul>
  )
}

function TicketPromise({ number, zone }: { number: string; zone: string }) {
  const { t } = useTranslation('visits')
  const { t: why } = useTranslation('desk')
  const language = useLanguage()
  const { isStaff } = useWho()
  const ref = ticketRef(number)
  const ticket = useTicket(ref).data?.value
  const [asked, setAsked] = useState<string>()
  const clocks = ticket ? currentClocks(ticket).filter(({ promise }) => promise === 'arrival') : []
  const contract = ticket?.contract?.outcome === 'chosen' ? ticket.contract.contract : undefined
  const chosen = clocks.find(({ id }) => id === asked)
  return (
    <li>
      <Link to={isStaff ? '/desk/tickets/$id' : '/portal/requests/$id'} params={{ id: number }}>
        {number}
      </Link>{' '}
      <span className={css.quiet}>{ticket?.subject}</span>
      {ticket && clocks.length === 0 && (
        <p className={css.promise}>
          <PromiseChip
            view={promiseOf({ state: 'none', ...(ticket.promise.why && { why: ticket.promise.why }) }, ticket.asOf)}
            zone={zone}
          />
          <span className={css.quiet}>{t(ticket.onSite.length === 0 ? 'arrival.notAsked' : 'arrival.noPromise')}</span>
        </p>
      )}
      {ticket &&
        clocks.map(clock => (
          <p className={css.promise} key={clock.id}>
            <PromiseChip named view={clockPromise(clock, ticket.asOf)} zone={zone} />
            <ClauseTag clause={clock.clause} {...(contract && { contract, portal: !isStaff })} />
            {clock.deadline && clock.stoppedAt === undefined && (
              <span className={css.quiet}>{t('arrival.due', { when: formatDateTime(clock.deadline, zone, language) })}</span>
            )}
            {clock.opinion !== 'agreed' && <span className={css.quiet}>{why(`promises.opinion.${clock.opinion}`)}</span>}
            <button type="button" className={css.edit} data-why={clock.id} onClick={() => setAsked(clock.id)}>
              {why('why')}
            </button>
          </p>
        ))}
      <ClockDrawer
        client={ref.client}
        ticket={number}
        clock={asked}
        zone={zone}
        chip={ticket && chosen ? clockPromise(chosen, ticket.asOf) : undefined}
        contract={contract}
        portal={!isStaff}
        onClose={() => setAsked(undefined)}
      />
    </li>
  )
}
