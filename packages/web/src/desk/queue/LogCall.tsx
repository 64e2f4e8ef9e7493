import { Autocomplete, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import type { WorkType } from '@pactdesk/domain/outsourcing/metering/work-types'
import { openTicket } from '@pactdesk/domain/service-support/incident/routes'
import { listContacts } from '@pactdesk/domain/tenancy/routes'
import { useState } from 'react'
import { useApiQuery } from '../../api/query.ts'
import { inLanguage } from '../../format/language.ts'
import { otherLanguage, useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Choice } from '../../ticket/Choice.tsx'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import form from '../../ticket/form.module.css'
import { useClients, useDevices, useSites } from '../../ticket/use-places.ts'
import { useTicketCommand } from '../../ticket/use-ticket.ts'
import { ticker } from '../../time/ticker.ts'
import { useNow } from '../../time/use-now.ts'
import { WorkKind } from '../ticket/WorkKind.tsx'
import { agoChoices, askedAt } from './asked-at.ts'
import { byWords } from './match.ts'

type Props = { opened: boolean; onClose: () => void; zone: string; onLogged: (number: string) => void }

/** A telephone call in twenty seconds: who, what, when asked. Promises count from when the client asked, not from typing. */
export function LogCall({ opened, onClose, zone, onLogged }: Props) {
  const { t } = useTranslation('desk')
  const { t: word } = useTranslation('ticket')
  const language = useLanguage()
  const { clients } = useClients()
  const now = useNow()
  const [client, setClient] = useState<string>()
  const [who, setWho] = useState('')
  const [subject, setSubject] = useState('')
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<{ ago: number } | { time: string }>({ ago: 0 })
  const [kind, setKind] = useState<'incident' | 'request'>('incident')
  const [impact, setImpact] = useState<'high' | 'medium' | 'low'>('medium')
  const [urgency, setUrgency] = useState<'high' | 'medium' | 'low'>('medium')
  const [severe, setSevere] = useState(false)
  const [onSite, setOnSite] = useState(false)
  const [site, setSite] = useState<string | null>(null)
  const [device, setDevice] = useState<string | null>(null)
  const [workType, setWorkType] = useState<WorkType>()
  const { sites } = useSites(client)
  const { devices } = useDevices(client, opened)
  const contacts = useApiQuery(
    listContacts,
    { params: { client: client ?? '-' }, query: { limit: 200 } },
    { enabled: client !== undefined },
  )
  const people = (contacts.data?.value.items ?? [])
    .filter(({ status }) => status !== 'left')
    .map(({ id, name, phone }) => ({
      id,
      label: name.zh === name.en ? name.zh : `${inLanguage(name, language)} ${inLanguage(name, otherLanguage(language))}`,
      words: `${name.zh} ${name.en} ${phone ?? ''}`,
      names: [name.zh, name.en],
    }))
  const contact = people.find(({ label, names }) => label === who.trim() || names.includes(who.trim()))
  const { send, pending, error } = useTicketCommand(openTicket, { client: client ?? '-', ticket: '-' })
  const place = site ?? (sites.length === 1 ? sites[0]?.id : undefined)
  const missing = !client
    ? t('call.missing.client')
    : !who.trim()
      ? t('call.missing.who')
      : !subject.trim()
        ? t('call.missing.subject')
        : askedAt(asked, now, zone) === undefined
          ? t('call.missing.time')
          : onSite && !place
            ? t('call.missing.site')
            : undefined
  const submit = async (): Promise<void> => {
    const requestedAt = askedAt(asked, ticker.now(), zone)
    if (!client || !requestedAt) return
    const exactlyNow = 'ago' in asked && asked.ago === 0
    const answer = await send({
      params: { client },
      body: {
        kind,
        channel: 'phone',
        subject: subject.trim(),
        ...(text.trim() && { text: text.trim() }),
        ...(!exactlyNow && { requestedAt }),
        ...(contact ? { contact: contact.id } : { requesterName: who.trim() }),
        ...(place && { site: place }),
        ...(device && { device }),
        impact: severe ? 'high' : impact,
        urgency: severe ? 'high' : urgency,
        ...(severe && { severity: { severity: 'severe' as const, wholeNetworkDown: true } }),
        ...(workType && { workType }),
        onSite,
      },
    })
    if (!answer) return
    setSubject('')
    setText('')
    setWho('')
    setSevere(false)
    setOnSite(false)
    setWorkType(undefined)
    setAsked({ ago: 0 })
    onLogged(answer.value.number)
  }
  const levels = (['high', 'medium', 'low'] as const).map(value => ({ value, label: word(`level.${value}`) }))
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('call.title')}
      submit={t('call.submit')}
      pending={pending}
      error={error}
      missing={missing}
      onSubmit={() => void submit()}
      size={640}
    >
      <div className={form.two}>
        <Select
          label={t('call.client')}
          data={clients.map(({ id, label }) => ({ value: id, label }))}
          filter={byWords(new Map(clients.map(({ id, name }) => [id, `${id} ${name.zh} ${name.en}`])))}
          value={client ?? null}
          onChange={value => {
            setClient(value ?? undefined)
            setSite(null)
            setDevice(null)
          }}
          searchable
          data-autofocus
        />
        <Autocomplete
          label={t('call.who')}
          description={who.trim() && !contact ? t('call.unknown') : undefined}
          data={people.map(({ label }) => label)}
          filter={byWords(new Map(people.map(({ label, words }) => [label, words])))}
          value={who}
          onChange={setWho}
          disabled={!client}
        />
      </div>
      <TextInput
        label={t('call.subject')}
        value={subject}
        onChange={event => setSubject(event.currentTarget.value)}
        maxLength={200}
      />
      <Textarea
        label={t('call.text')}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={8}
      />
      <div className={form.two}>
        <Choice
          label={t('call.asked')}
          options={agoChoices.map(minutes => ({
            value: String(minutes),
            label: minutes === 0 ? t('call.now') : t('call.ago', { count: minutes }),
          }))}
          value={'ago' in asked ? String(asked.ago) : undefined}
          onChange={value => setAsked({ ago: Number(value) })}
        />
        <TextInput
          label={t('call.askedAt')}
          placeholder="14:20"
          value={'time' in asked ? asked.time : ''}
          onChange={event => {
            const time = event.currentTarget.value
            setAsked(time ? { time } : { ago: 0 })
          }}
        />
      </div>
      <div className={form.two}>
        <Choice
          label={t('call.kind')}
          options={(['incident', 'request'] as const).map(value => ({ value, label: word(`kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <WorkKind client={client} site={place} text={`${subject} ${text}`} value={workType} onChange={setWorkType} />
      </div>
      <div className={form.two}>
        <Choice label={t('call.impact')} options={levels} value={severe ? 'high' : impact} onChange={setImpact} />
        <Choice label={t('call.urgency')} options={levels} value={severe ? 'high' : urgency} onChange={setUrgency} />
      </div>
      <div className={form.two}>
        {sites.length > 1 && (
          <Select
            label={t('call.site')}
            data={sites.map(({ id, label }) => ({ value: id, label }))}
            value={site}
            onChange={setSite}
          />
        )}
        <Select
          label={t('call.device')}
          data={devices
            .filter(each => each.status === 'in-service')
            .map(({ id, name }) => ({ value: id, label: name === id ? id : `${id} ${name}` }))}
          value={device}
          onChange={setDevice}
          searchable
          clearable
          disabled={!client}
        />
      </div>
      <Checkbox label={t('call.severe')} checked={severe} onChange={event => setSevere(event.currentTarget.checked)} />
      <Checkbox label={t('call.onSite')} checked={onSite} onChange={event => setOnSite(event.currentTarget.checked)} />
    </FormDialog>
  )
}
