import { Button } from '@mantine/core'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { IconAlertTriangle, IconTag } from '@tabler/icons-react'
import { formatDateTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import { useSites } from '../../ticket/use-places.ts'
import { People } from '../queue/Preview.tsx'
import { CoverageCard } from './CoverageCard.tsx'
import type { DialogName } from './dialogs/dialog.ts'
import { OnSite } from './OnSite.tsx'
import { Promises } from './Promises.tsx'
import { Quotes } from './Quotes.tsx'
import { Severity } from './Severity.tsx'
import css from './ticket.module.css'
import { Waits } from './Waits.tsx'
import { WorkList } from './WorkList.tsx'

type Props = { ticket: TicketView; zone: string; onAsk: (dialog: DialogName) => void; onWhy: (clock: string) => void }

/** Beside the talk: what was promised, what the contract pays, severity, who comes, what was worked, who asked, duties. */
export function Side({ ticket, zone, onAsk, onWhy }: Props) {
  const { t } = useTranslation('desk')
  const { nameOf } = useSites(ticket.client)
  const may = (action: string): boolean => ticket.actions.includes(action)
  return (
    <div className={css.side}>
      <Waits ticket={ticket} zone={zone} onAsk={onAsk} />
      <Promises ticket={ticket} zone={zone} onWhy={onWhy} />
      <section className={css.section}>
        <CoverageCard ticket={ticket}>
          <div className={css.row}>
            {may('choose-contract') && <Button onClick={() => onAsk('contract')}>{t('scope.choose')}</Button>}
            {may('decide-scope') && <Button onClick={() => onAsk('scope')}>{t('scope.decide')}</Button>}
            {may('ask-quote') && (
              <Button
                variant={ticket.quotes.some(({ state }) => state === 'accepted') ? 'default' : 'filled'}
                onClick={() => onAsk('quote')}
              >
                {t('scope.quote')}
              </Button>
            )}
          </div>
        </CoverageCard>
        {ticket.quotes.length > 0 && <Quotes quotes={ticket.quotes} zone={zone} />}
      </section>
      <Severity ticket={ticket} onState={may('state-severity') ? () => onAsk('severity') : undefined} />
      <OnSite ticket={ticket} zone={zone} onAsk={onAsk} />
      <WorkList ticket={ticket} zone={zone} onAsk={onAsk} />
      <section className={css.section}>
        <h3>
          {t('people.title')} <small>{nameOf(ticket.site)}</small>
        </h3>
        <People ticket={ticket} />
      </section>
      <Duties ticket={ticket} zone={zone} onAsk={onAsk} />
      {may('set-labels') && (
        <section className={css.section}>
          <Button leftSection={<IconTag size={15} stroke={1.6} />} onClick={() => onAsk('labels')}>
            {t('labels.title')}
          </Button>
        </section>
      )}
    </div>
  )
}

/** Breaches of the client's duties, kept as evidence. */
function Duties({ ticket, zone, onAsk }: Omit<Props, 'onWhy'>) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const may = ticket.actions.includes('record-duty-breach')
  if (!may && ticket.duties.length === 0) return null
  return (
    <section className={css.section}>
      <h3>{t('duty.heading')}</h3>
      <ul className={css.quotes}>
        {ticket.duties.map(({ clause, at, by, note, evidence }) => (
          <li key={`${clause}${at}`}>
            <p>
              <ClauseTag clause={clause} /> {note ?? t('duty.erased')}
            </p>
            <small className={css.quiet}>
              {by.name} · {formatDateTime(at, zone, language)}
              {evidence.length > 0 && ` · ${t('duty.files', { count: evidence.length })}`}
            </small>
          </li>
        ))}
      </ul>
      {may && (
        <div className={css.row}>
          <Button leftSection={<IconAlertTriangle size={15} stroke={1.6} />} onClick={() => onAsk('duty')}>
            {t('duty.title')}
          </Button>
        </div>
      )}
    </section>
  )
}
