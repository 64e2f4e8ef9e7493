import { Textarea } from '@mantine/core'
import type { IfStruck } from '@pactdesk/domain/service-support/incident/if-struck'
import { decidePause } from '@pactdesk/domain/service-support/incident/routes'
import { useState } from 'react'
import { formatDateTime } from '../../../format/date.ts'
import { formatMinutes } from '../../../format/duration.ts'
import { useLanguage, useTranslation } from '../../../i18n/i18n.ts'
import { sayDone } from '../../../parts/states/toasts.ts'
import { Choice } from '../../../ticket/Choice.tsx'
import { Contests } from '../../../ticket/Contests.tsx'
import { FormDialog } from '../../../ticket/FormDialog.tsx'
import { useTicketCommand } from '../../../ticket/use-ticket.ts'
import { type DialogProps, refOf } from './dialog.ts'

/** Answers a contested pause: it stands, or its time counts after all, with what that does to each clock before it is done. */
export function PauseDialog({ ticket, zone, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const contest = ticket.contests?.find(({ decision }) => !decision)
  const [outcome, setOutcome] = useState<'upheld' | 'struck'>()
  const [reason, setReason] = useState('')
  const { send, pending, error } = useTicketCommand(decidePause, refOf(ticket), () => {
    sayDone(t(`pause.done.${outcome ?? 'upheld'}`))
    onDone()
  })
  if (!contest) return null
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('pause.title')}
      submit={t(`pause.submit.${outcome ?? 'none'}`)}
      pending={pending}
      error={error}
      missing={!outcome ? t('pause.missing.outcome') : reason.trim() ? undefined : t('pause.missing.reason')}
      effect={outcome === 'struck' ? <Struck clocks={ticket.ifStruck ?? []} zone={zone} /> : outcome && t('pause.effect.upheld')}
      onSubmit={() =>
        outcome && void send({ params: refOf(ticket), body: { since: contest.since, outcome, reason: reason.trim() } })
      }
    >
      <Contests contests={[contest]} zone={zone} />
      <Choice
        label={t('pause.outcome')}
        options={(['upheld', 'struck'] as const).map(value => ({ value, label: t(`pause.outcomes.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <Textarea
        label={t('pause.reason')}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={200}
        data-autofocus
      />
    </FormDialog>
  )
}

function Struck({ clocks, zone }: { clocks: readonly IfStruck[]; zone: string }) {
  const { t } = useTranslation('desk')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  return (
    <>
      {t('pause.effect.struck')}
      {clocks.map(({ clock, promise, clause, countsMinutes, deadline, state }) => (
        <span key={clock} style={{ display: 'block' }}>
          {t('pause.effect.clock', {
            promise: part(`promise.name.${promise}`),
            clause,
            time: formatMinutes(countsMinutes, language),
            due: deadline ? formatDateTime(deadline, zone, language) : '—',
            state: t(`pause.state.${state === 'over' || state === 'missed' ? 'missed' : state === 'met' ? 'met' : 'open'}`),
          })}
        </span>
      ))}
    </>
  )
}
