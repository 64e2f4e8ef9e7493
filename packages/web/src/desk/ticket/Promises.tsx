import type { ClockView } from '@pactdesk/domain/service-support/incident/clock-view'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { useState } from 'react'
import { formatDateTime } from '../../format/date.ts'
import { formatMinutes } from '../../format/duration.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import { PromiseChip } from '../../parts/promise/PromiseChip.tsx'
import { currentClocks } from '../../ticket/current-clocks.ts'
import { clockPromise, promiseOf } from '../../ticket/promise.ts'
import css from './ticket.module.css'

type Props = { ticket: TicketView; zone: string; portal?: boolean; onWhy: (clock: string) => void }

/** Every clock of the running cycle, with why; earlier cycles and clocks that left attainment behind a line. */
export function Promises({ ticket, zone, portal, onWhy }: Props) {
  const { t } = useTranslation('desk')
  const [all, setAll] = useState(false)
  const current = currentClocks(ticket)
  const earlier = [...ticket.clocks.filter(clock => !current.includes(clock)), ...ticket.removedClocks]
  const one = (clock: ClockView) => (
    <Clock
      key={clock.id}
      clock={clock}
      past={!current.includes(clock)}
      ticket={ticket}
      zone={zone}
      portal={portal ?? false}
      onWhy={onWhy}
    />
  )
  return (
    <section className={css.section}>
      <h3>
        {t('promises.title')} <small>{ticket.cycle > 1 && t('promises.cycle', { cycle: ticket.cycle })}</small>
      </h3>
      {current.map(one)}
      {current.length === 0 && (
        <p className={css.noPromise}>
          <PromiseChip view={promiseOf(ticket.promise, ticket.asOf)} zone={zone} />
          <span>{t(`promises.why.${ticket.promise.why ?? 'no-target'}`)}</span>
        </p>
      )}
      {earlier.length > 0 && (
        <button type="button" className={css.link} onClick={() => setAll(!all)} aria-expanded={all}>
          {t(all ? 'promises.fewer' : 'promises.earlier', { count: earlier.length })}
        </button>
      )}
      {all && earlier.map(one)}
    </section>
  )
}

function Clock({ clock, past, ticket, zone, portal, onWhy }: Props & { clock: ClockView; past: boolean }) {
  const { t } = useTranslation('desk')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const contract = ticket.contract?.outcome === 'chosen' ? ticket.contract.contract : undefined
  const share = Math.min(1, clock.consumedSeconds / (clock.targetMinutes * 60))
  const used = t('promises.used', {
    used: formatMinutes(clock.consumedMinutes, language, { style: 'table' }),
    target: formatMinutes(clock.targetMinutes, language),
  })
  const live = clock.stoppedAt === undefined && clock.deadline && clock.excludedBy === undefined
  return (
    <div className={css.clock}>
      <p className={css.clockHead}>
        <span>
          {part(`promise.name.${clock.promise}`)} <ClauseTag clause={clock.clause} {...(contract && { contract, portal })} />
          {clock.opinion !== 'agreed' && <small> {t(`promises.opinion.${clock.opinion}`)}</small>}
          {past && <small> {t('promises.cycle', { cycle: clock.cycle })}</small>}
        </span>
        <PromiseChip view={clockPromise(clock, ticket.asOf)} zone={zone} />
      </p>
      <div className={css.bar} data-state={clock.state} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p className={css.clockFoot}>
        <span>
          {used}
          {live && clock.deadline && ` · ${t('promises.due', { when: formatDateTime(clock.deadline, zone, language) })}`}
          {clock.provisional && ` · ${t('promises.provisional')}`}
        </span>
        <button type="button" className={css.link} data-why={clock.id} onClick={() => onWhy(clock.id)}>
          {t('why')}
        </button>
      </p>
    </div>
  )
}
