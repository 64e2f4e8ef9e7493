import { Select, Textarea } from '@mantine/core'
import { wallTimeToInstant } from '@pactdesk/domain/kernel/time'
import {
  acceptUnsigned,
  cancelVisit,
  makeUpVisit,
  moveVisit,
  scheduleVisit,
} from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { listTeam } from '@pactdesk/domain/tenancy/routes'
import { useState } from 'react'
import { useApiQuery } from '../../api/query.ts'
import { formatDate, formatTime } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { TimeField } from '../../parts/input/TimeField.tsx'
import { Choice } from '../../ticket/Choice.tsx'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import form from '../../ticket/form.module.css'
import { minutesApart } from './minutes-apart.ts'
import { useVisitCommand } from './use-visit.ts'

export type PlanCommand = 'schedule' | 'move' | 'cancel' | 'make-up' | 'accept-unsigned'
type Props = { visit: VisitView; command: PlanCommand; onClose: () => void }

/** Plans a visit anew: technician, day and window; a move or cancellation says who asked and why. Times are the site's. */
export function PlanDialog({ visit, command, onClose }: Props) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const { zone } = visit
  const ref = { client: visit.client, visit: visit.id }
  const local = (instant: string | undefined): string => (instant ? formatTime(instant, zone, 'en') : '')
  const [technician, setTechnician] = useState<string | undefined>(visit.technician?.id)
  const [date, setDate] = useState<string | undefined>(visit.date)
  const [from, setFrom] = useState(local(visit.window?.from))
  const [to, setTo] = useState(local(visit.window?.to))
  const [asked, setAsked] = useState<'client' | 'provider'>('client')
  const [note, setNote] = useState('')
  const [remote, setRemote] = useState(false)
  const team = useApiQuery(listTeam, { params: { client: visit.client } })
  const schedule = useVisitCommand(scheduleVisit, ref, t('saved'), onClose)
  const move = useVisitCommand(moveVisit, ref, t('saved'), onClose)
  const cancel = useVisitCommand(cancelVisit, ref, t('saved'), onClose)
  const makeUp = useVisitCommand(makeUpVisit, ref, t('saved'), onClose)
  const accept = useVisitCommand(acceptUnsigned, ref, t('saved'), onClose)
  const used = { schedule, move, cancel, 'make-up': makeUp, 'accept-unsigned': accept }[command]
  const planned = command === 'schedule' || command === 'move' || command === 'make-up'
  const explained = command === 'move' || command === 'cancel' || command === 'accept-unsigned'
  const remotely = command === 'make-up' && remote
  const staffed = command === 'schedule' || command === 'make-up'
  const missing =
    command === 'schedule' && !technician
      ? t('planning.missingTechnician')
      : planned && !date
        ? t('planning.missingDate')
        : planned && (from || to || remotely) && !minutesApart(from, to)
          ? t('planning.missingWindow')
          : explained && note.trim() === ''
            ? t('planning.missingNote')
            : undefined
  const day = (value: string | undefined): string => (value ? formatDate(value, language, 'day') : '')
  const effect = (): string | undefined => {
    if (command === 'schedule') return undefined
    return t(remotely ? 'effect.makeUpRemote' : `effect.${command}`, {
      date: day(visit.date),
      from: day(visit.date),
      to: day(date),
      count: visit.toMakeUp.length,
    })
  }
  const submit = (): void => {
    if (command === 'cancel') return void cancel.send({ params: ref, body: { asked, note: note.trim() } })
    if (command === 'accept-unsigned') return void accept.send({ params: ref, body: { note: note.trim() } })
    if (!date) return
    const at = (time: string): string => wallTimeToInstant(`${date}T${time}`, zone)
    const window = from && to ? { window: { from: at(from), to: at(to) } } : {}
    if (command === 'move') return void move.send({ params: ref, body: { date, ...window, asked, note: note.trim() } })
    if (remotely)
      return void makeUp.send({
        params: ref,
        body: { mode: 'remote', from: at(from), to: at(to), ...(technician && { technician }) },
      })
    if (command === 'make-up')
      return void makeUp.send({
        params: ref,
        body: { mode: 'on-site', date, ...window, ...(technician && { technician }) },
      })
    if (technician) void schedule.send({ params: ref, body: { technician, date, ...window } })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`act.${command}`)}
      submit={t(`act.${command}`)}
      pending={used.pending}
      error={used.error}
      missing={missing}
      effect={effect()}
      danger={command === 'cancel'}
      onSubmit={submit}
    >
      {command === 'make-up' && (
        <Choice
          label={t('planning.how')}
          value={remote ? 'remote' : 'on-site'}
          onChange={how => setRemote(how === 'remote')}
          options={[
            { value: 'on-site', label: t('planning.onSite') },
            { value: 'remote', label: t('planning.remote') },
          ]}
        />
      )}
      {staffed && (
        <Select
          label={t('planning.technician')}
          value={technician ?? null}
          onChange={value => setTechnician(value ?? undefined)}
          data={(team.data?.value.items ?? []).map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
        />
      )}
      {planned && (
        <>
          <DateField label={t('planning.date')} required value={date} onChange={setDate} />
          <div className={form.two}>
            <TimeField label={t(remotely ? 'remoteWork.from' : 'planning.from')} value={from} onChange={setFrom} />
            <TimeField label={t(remotely ? 'remoteWork.to' : 'planning.to')} value={to} onChange={setTo} />
          </div>
        </>
      )}
      {(command === 'move' || command === 'cancel') && (
        <Choice
          label={t('planning.asked')}
          value={asked}
          onChange={setAsked}
          options={[
            { value: 'client', label: t('asked.client') },
            { value: 'provider', label: t('asked.provider') },
          ]}
        />
      )}
      {explained && (
        <Textarea
          label={t('planning.note')}
          required
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}
