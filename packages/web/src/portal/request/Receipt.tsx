import { Button } from '@mantine/core'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { formatDateTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { PromiseChip } from '../../parts/promise/PromiseChip.tsx'
import { clockPromise, promiseOf } from '../../ticket/promise.ts'
import css from './request.module.css'

/** What was taken down, under which number, and what is promised now. */
export function Receipt({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const own = useProviderZone()
  const zone = ticket.zone ?? own
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <section className={`${css.card} ${css.receipt}`} role="status">
      <h1 ref={head} tabIndex={-1}>
        <IconCircleCheck size={26} stroke={1.8} aria-hidden /> {t('receipt.title', { number: ticket.number })}
      </h1>
      <dl>
        <dt>{t('column.subject')}</dt>
        <dd>{ticket.subject}</dd>
        <dt>{t('receipt.at')}</dt>
        <dd>{formatDateTime(ticket.requestedAt, zone, language, 'full')}</dd>
        <dt>{t('receipt.promised')}</dt>
        <dd>
          {ticket.clocks.length === 0 ? (
            <PromiseChip view={promiseOf(ticket.promise, ticket.asOf)} zone={zone} />
          ) : (
            ticket.clocks.map(clock => (
              <p key={clock.id}>
                <PromiseChip named view={clockPromise(clock, ticket.asOf)} zone={zone} />{' '}
                {clock.deadline && <small>{t('due', { when: formatDateTime(clock.deadline, zone, language) })}</small>}
              </p>
            ))
          )}
        </dd>
      </dl>
      <p className={css.quiet}>{t(ticket.scope.outcome === 'out-of-scope' ? 'receipt.quoteNext' : 'receipt.next')}</p>
      <div className={css.actions}>
        <Button component={Link} to={`/portal/requests/${ticket.number}`} variant="filled">
          {t('receipt.open')}
        </Button>
        <Button component={Link} to="/portal">
          {t('receipt.home')}
        </Button>
      </div>
    </section>
  )
}
