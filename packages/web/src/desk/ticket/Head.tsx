import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { IconAlertOctagon } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import { Avatar } from '../../parts/marks/Avatar.tsx'
import { PriorityBars } from '../../parts/marks/PriorityBars.tsx'
import { Tag } from '../../parts/marks/Tag.tsx'
import { PromiseChip } from '../../parts/promise/PromiseChip.tsx'
import { TimeText } from '../../parts/text/Text.tsx'
import { promiseOf } from '../../ticket/promise.ts'
import { StatusTag } from '../../ticket/StatusTag.tsx'
import type { DialogName } from './dialogs/dialog.ts'
import css from './ticket.module.css'
import { useStaffNames } from './use-staff.ts'

type Props = { ticket: TicketView; zone: string; onAsk: (dialog: DialogName) => void; problem: string | undefined }

/** Subject, status, priority with its two reasons, who works on it, when it was asked and when written down. */
export function Head({ ticket, zone, onAsk, problem }: Props) {
  const { t } = useTranslation('desk')
  const { t: word } = useTranslation('ticket')
  const may = (action: string): boolean => ticket.actions.includes(action)
  const nameOf = useStaffNames()
  const level = Number(ticket.priority.slice(1)) as 1 | 2 | 3 | 4 | 5
  const later = ticket.loggedAt !== ticket.requestedAt
  return (
    <header className={css.head}>
      <h2>{ticket.subject}</h2>
      <div className={css.facts}>
        <StatusTag status={ticket.status} />
        <span className={css.onPhone}>
          <PromiseChip view={promiseOf(ticket.promise, ticket.asOf)} zone={zone} />
        </span>
        {ticket.severity.agreed === 'severe' && (
          <Tag tone="bad" icon={IconAlertOctagon}>
            {word('severityShort.severe')}
          </Tag>
        )}
        {ticket.severity.agreed === null && <Tag tone="warn">{t('row.disputed')}</Tag>}
        <Field label={t('priority.change')} may={may('set-priority')} onClick={() => onAsk('priority')}>
          <PriorityBars level={level} />
          {ticket.impact && ticket.urgency && (
            <small>
              {t('head.matrix', { impact: word(`level.${ticket.impact}`), urgency: word(`level.${ticket.urgency}`) })}
            </small>
          )}
        </Field>
        <Field label={t('assign.change')} may={may('assign')} onClick={() => onAsk('assign')}>
          <Avatar name={nameOf(ticket.assignee)} size={20} />
          {nameOf(ticket.assignee) ?? t('people.nobody')}
        </Field>
        <span className={css.opened}>
          {t('head.asked', { channel: word(`channel.${ticket.channel}`) })}{' '}
          <TimeText instant={ticket.requestedAt} zone={zone} style="dated" />
          {later && (
            <>
              {' · '}
              {t('head.logged')} <TimeText instant={ticket.loggedAt} zone={zone} />
            </>
          )}
        </span>
        {(ticket.labels ?? []).map(label => (
          <Tag key={label} tone="plain">
            {label}
          </Tag>
        ))}
      </div>
      {problem && (
        <p className={css.problem} role="alert">
          {problem}
        </p>
      )}
    </header>
  )
}

function Field({
  label,
  may,
  onClick,
  children,
}: {
  label: string
  may: boolean
  onClick: () => void
  children: React.ReactNode
}) {
  if (!may) return <span className={css.field}>{children}</span>
  return (
    <button type="button" className={css.field} title={label} onClick={onClick}>
      {children}
      <span className="hidden-text">{label}</span>
    </button>
  )
}
