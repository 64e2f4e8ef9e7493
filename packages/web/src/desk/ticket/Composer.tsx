import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { addTicketNote, replyToTicket } from '@pactdesk/domain/service-support/incident/routes'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { IconAlertTriangle, IconClock, IconLock } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { useDraft } from '../../parts/input/draft.ts'
import { KeyCap } from '../../parts/KeyboardHelp.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { useTicketCommand } from '../../ticket/use-ticket.ts'
import { CoverageSaid } from './CoverageSaid.tsx'
import css from './composer.module.css'
import { refOf } from './dialogs/dialog.ts'
import { type WaitsOn, waitsOn } from './dialogs/WaitDialog.tsx'
import { type TimeKind, timeKinds } from './dialogs/WorkDialogs.tsx'

type Next = 'none' | 'resolve' | `wait-${WaitsOn}`
export type Writes = 'reply' | 'note'

type Props = {
  ticket: TicketView
  writes: Writes
  onWrites: (writes: Writes) => void
  /** Opened to write: the field has the focus from the first moment, so that no letter is taken for a key. */
  focused?: boolean
}

/**
 * Reply or internal note, with minutes and kind of work inside, what the work is charged as said before it is sent, and the
 * next status in the same send. A note has another colour and another word on its button.
 */
export function Composer({ ticket, writes, onWrites, focused }: Props) {
  const { t } = useTranslation('desk')
  const { t: word } = useTranslation('ticket')
  const { t: part } = useTranslation('parts')
  const say = useProblemText()
  const draft = useDraft(`ticket.${ticket.number}.${writes}`)
  const [minutes, setMinutes] = useState<number | string>('')
  const [kind, setKind] = useState<TimeKind>('remote')
  const [next, setNext] = useState<Next>('none')
  const [reason, setReason] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const minutesField = useRef<HTMLInputElement>(null)
  const done = (): void => {
    draft.clear()
    setMinutes('')
    setNext('none')
    setReason('')
    sayDone(t(writes === 'note' ? 'composer.noted' : 'composer.sent'))
  }
  const reply = useTicketCommand(replyToTicket, refOf(ticket), done)
  const note = useTicketCommand(addTicketNote, refOf(ticket), done)
  const sending = writes === 'note' ? note : reply
  const waits = next.startsWith('wait-')
  const missing = !draft.text.trim() ? t('composer.missingText') : waits && !reason.trim() ? t('wait.missing') : undefined
  const params = refOf(ticket)

  const send = (): void => {
    if (missing || sending.pending) return
    const text = draft.text.trim()
    const work = typeof minutes === 'number' && minutes >= 1 ? { work: { kind, minutes } } : {}
    if (writes === 'note') void note.send({ params, body: { text, ...work } })
    else void reply.send({ params, body: { text, ...work, ...nextOf(next, reason) } })
  }
  const write = (what: Writes) => (): void => {
    onWrites(what)
    field.current?.focus()
  }
  useKeys({ r: write('reply'), n: write('note'), t: () => minutesField.current?.focus(), 'mod+enter': send })

  const may = ticket.actions
  const nexts: { value: Next; label: string }[] = [
    { value: 'none', label: t('composer.next.none') },
    ...(may.includes('wait')
      ? waitsOn.map(on => ({ value: `wait-${on}` as const, label: t('composer.next.wait', { whom: part(`waitsFor.${on}`) }) }))
      : []),
    ...(may.includes('resolve') ? [{ value: 'resolve' as const, label: t('composer.next.resolve') }] : []),
  ]
  return (
    <section className={css.composer} data-note={writes === 'note' || undefined} aria-label={t('composer.label')}>
      <div className={css.tabs}>
        {may.includes('reply') && (
          <button type="button" aria-pressed={writes === 'reply'} onClick={write('reply')}>
            {t('composer.reply')} <KeyCap>R</KeyCap>
          </button>
        )}
        <button type="button" aria-pressed={writes === 'note'} onClick={write('note')}>
          <IconLock size={14} stroke={1.6} aria-hidden /> {t('composer.note')} <KeyCap>N</KeyCap>
        </button>
        <span className={css.to}>
          {writes === 'note' ? t('composer.staffOnly') : t('composer.to', { name: ticket.requester.name })}
        </span>
      </div>
      <Textarea
        ref={field}
        autoFocus={focused ?? false}
        variant="unstyled"
        aria-label={writes === 'note' ? t('composer.note') : t('composer.reply')}
        placeholder={
          writes === 'note' ? t('composer.notePlaceholder') : t('composer.replyPlaceholder', { name: ticket.requester.name })
        }
        value={draft.text}
        onChange={event => draft.write(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={8000}
        px={14}
      />
      {waits && (
        <TextInput
          className={css.reason}
          label={t('wait.reason')}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
          maxLength={300}
        />
      )}
      {sending.error !== null && sending.error !== undefined && (
        <p className={css.refused} role="alert">
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          {say(sending.error)} {t('composer.kept')}
        </p>
      )}
      <div className={css.foot}>
        <NumberInput
          ref={minutesField}
          className={css.minutes}
          aria-label={t('time.minutes')}
          placeholder={`0${t('composer.minutes')}`}
          leftSection={<IconClock size={15} stroke={1.6} />}
          suffix={t('composer.minutes')}
          value={minutes}
          onChange={setMinutes}
          min={0}
          max={1440}
          allowDecimal={false}
          hideControls
        />
        <Select
          className={css.kind}
          aria-label={t('time.kind')}
          data={timeKinds.map(value => ({ value, label: word(`work.${value}`) }))}
          value={kind}
          onChange={value => value && setKind(value as TimeKind)}
          allowDeselect={false}
        />
        <CoverageSaid ticket={ticket} working={typeof minutes === 'number' && minutes > 0} />
        <span className={css.space} />
        {writes === 'reply' && nexts.length > 1 && (
          <Select
            className={css.next}
            aria-label={t('composer.nextLabel')}
            data={nexts}
            value={next}
            onChange={value => value && setNext(value as Next)}
            allowDeselect={false}
          />
        )}
        <Button
          variant="filled"
          {...(writes === 'note' && { color: 'var(--warn-text)' })}
          loading={sending.pending}
          disabled={missing !== undefined}
          title={missing}
          onClick={send}
        >
          {writes === 'note' ? t('composer.saveNote') : t(next === 'none' ? 'composer.send' : 'composer.sendAnd')}
        </Button>
      </div>
    </section>
  )
}

function nextOf(next: Next, reason: string) {
  if (next === 'none') return {}
  if (next === 'resolve') return { next: { do: 'resolve' as const } }
  return { next: { do: 'wait' as const, on: next.slice('wait-'.length) as WaitsOn, reason: reason.trim() } }
}
