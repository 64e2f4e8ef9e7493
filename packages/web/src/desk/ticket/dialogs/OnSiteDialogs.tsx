import { Select, TextInput } from '@mantine/core'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import { dispatchVisit, listClientVisits } from '@pactdesk/domain/outsourcing/field-service/routes'
import { getTicket, getTimeline, recordTicketArrival, requestOnSite } from '@pactdesk/domain/service-support/incident/routes'
import { useState } from 'react'
import { useApiMutation } from '../../../api/mutation.ts'
import { useTranslation } from '../../../i18n/i18n.ts'
import { DateField } from '../../../parts/input/DateField.tsx'
import { FormDialog } from '../../../ticket/FormDialog.tsx'
import form from '../../../ticket/form.module.css'
import { instantAt } from '../../../ticket/local-time.ts'
import { useSites } from '../../../ticket/use-places.ts'
import { useTicketCommand } from '../../../ticket/use-ticket.ts'
import { ticker } from '../../../time/ticker.ts'
import { useNow } from '../../../time/use-now.ts'
import { askedAt } from '../../queue/asked-at.ts'
import { useStaff } from '../use-staff.ts'
import { type DialogProps, refOf } from './dialog.ts'
import { TimeField } from './TimeField.tsx'

/** The formal request to come: the arrival clock starts with it. */
export function OnSiteDialog({ ticket, zone, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const [time, setTime] = useState('')
  const { send, pending, error } = useTicketCommand(requestOnSite, refOf(ticket), onDone)
  const submit = () => {
    const at = time.trim() ? askedAt({ time }, ticker.now(), zone) : undefined
    return send({ params: refOf(ticket), body: at ? { at } : {} })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('onSite.requestTitle')}
      submit={t('onSite.request')}
      pending={pending}
      error={error}
      effect={t('onSite.requestEffect')}
      onSubmit={() => void submit()}
    >
      <TimeField label={t('onSite.requestedAt')} zone={zone} value={time} onChange={setTime} />
    </FormDialog>
  )
}

/** On site and begun (3(6)), told at the desk because the technician did not. */
export function ArrivalDialog({ ticket, zone, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const [time, setTime] = useState('')
  const { send, pending, error } = useTicketCommand(recordTicketArrival, refOf(ticket), onDone)
  const submit = () => {
    const at = time.trim() ? askedAt({ time }, ticker.now(), zone) : undefined
    return send({ params: refOf(ticket), body: at ? { at } : {} })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('onSite.arrivalTitle')}
      submit={t('onSite.arrival')}
      pending={pending}
      error={error}
      effect={t('onSite.arrivalEffect')}
      onSubmit={() => void submit()}
    >
      <TimeField label={t('onSite.arrivedAt')} zone={zone} value={time} onChange={setTime} />
    </FormDialog>
  )
}

/** Sends somebody: today unless another day is agreed. Sending on site is the request to come, if nobody asked before. */
export function DispatchDialog({ ticket, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const { sites } = useSites(ticket.client)
  const staff = useStaff(ticket.client).filter(({ roles }) => roles.includes('technician'))
  const now = useNow()
  const [site, setSite] = useState<string | null>(ticket.site ?? null)
  const zone = sites.find(({ id }) => id === site)?.zone ?? ticket.zone ?? 'UTC'
  const [technician, setTechnician] = useState<string | null>(null)
  const [date, setDate] = useState<string | undefined>(() => localDateOf(new Date(now).toISOString(), zone))
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const { send, pending, error } = useApiMutation(dispatchVisit, {
    refreshes: [getTicket, getTimeline, listClientVisits],
    onDone,
  })
  const window = from || to ? { from: date && instantAt(date, from, zone), to: date && instantAt(date, to, zone) } : undefined
  const missing = !site
    ? t('onSite.missing.site')
    : !technician
      ? t('onSite.missing.technician')
      : window && !(window.from && window.to && window.from < window.to)
        ? t('onSite.missing.window')
        : undefined
  const submit = (): void => {
    if (!site || !technician) return
    void send({
      params: { client: ticket.client },
      body: {
        site,
        tickets: [ticket.number],
        technician,
        ...(date && { date }),
        ...(window?.from && window.to && { window: { from: window.from, to: window.to } }),
      },
    })
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('onSite.dispatchTitle')}
      submit={t('onSite.dispatch')}
      pending={pending}
      error={error}
      missing={missing}
      effect={t('onSite.dispatchEffect')}
      onSubmit={submit}
    >
      <Select
        label={t('onSite.technician')}
        data={staff.map(({ id, label }) => ({ value: id, label }))}
        value={technician}
        onChange={setTechnician}
        data-autofocus
      />
      <div className={form.two}>
        <Select
          label={t('call.site')}
          data={sites.map(({ id, label }) => ({ value: id, label }))}
          value={site}
          onChange={setSite}
        />
        <DateField label={t('onSite.date')} value={date} onChange={setDate} />
      </div>
      <div className={form.two}>
        <TextInput
          label={t('onSite.from')}
          placeholder="14:00"
          value={from}
          onChange={event => setFrom(event.currentTarget.value)}
        />
        <TextInput label={t('onSite.to')} placeholder="15:00" value={to} onChange={event => setTo(event.currentTarget.value)} />
      </div>
    </FormDialog>
  )
}
