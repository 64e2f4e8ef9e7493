import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import type { WorkType } from '@pactdesk/domain/outsourcing/metering/work-types'
import { openTicket } from '@pactdesk/domain/service-support/incident/routes'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import * as z from 'zod'
import { useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { useAddress } from '../../layout/use-address.ts'
import { useDraft } from '../../parts/input/draft.ts'
import { Choice } from '../../ticket/Choice.tsx'
import { useDevices, useSites } from '../../ticket/use-places.ts'
import { useTicketCommand } from '../../ticket/use-ticket.ts'
import { Emergency } from '../request/Emergency.tsx'
import { OutsideHint } from '../request/OutsideHint.tsx'
import { Receipt } from '../request/Receipt.tsx'
import css from '../request/request.module.css'
import { useClientKey } from '../use-client.ts'

type Level = 'high' | 'medium' | 'low'

/** `about`: the subject that a link proposes, such as another day for a visit. */
const Address = z.object({ about: z.string().max(200).optional().catch(undefined) })

/** Raise a request: what is wrong, where, how badly; answered with a receipt that says what is promised. */
export default function NewRequest() {
  const { t } = useTranslation('portal')
  const say = useProblemText()
  const client = useClientKey()
  const subject = useDraft(`request.${client}.subject`)
  const text = useDraft(`request.${client}.text`)
  const [{ about }] = useAddress(Address)
  const [kind, setKind] = useState<'incident' | 'request'>(about ? 'request' : 'incident')
  const begun = useRef(false)
  useEffect(() => {
    // What was typed before is worth more than what a link proposes.
    if (!begun.current && about && !subject.text) subject.write(about)
    begun.current = true
  }, [about, subject])
  const [urgency, setUrgency] = useState<Level>('medium')
  const [impact, setImpact] = useState<Level>('low')
  const [down, setDown] = useState(false)
  const [onSite, setOnSite] = useState(false)
  const [site, setSite] = useState<string | null>(null)
  const [device, setDevice] = useState<string | null>(null)
  const [workType, setWorkType] = useState<WorkType>()
  const [raised, setRaised] = useState<TicketView>()
  const { sites } = useSites(client)
  const { devices } = useDevices(client)
  const { send, pending, error } = useTicketCommand(openTicket, { client, ticket: '-' })
  const place = site ?? (sites.length === 1 ? sites[0]?.id : undefined)
  const missing = !subject.text.trim() ? t('new.missing.subject') : onSite && !place ? t('new.missing.site') : undefined

  const submit = async (): Promise<void> => {
    const answer = await send({
      params: { client },
      body: {
        kind,
        subject: subject.text.trim(),
        ...(text.text.trim() && { text: text.text.trim() }),
        ...(place && { site: place }),
        ...(device && { device }),
        impact: down ? 'high' : impact,
        urgency: down ? 'high' : urgency,
        ...(down && { severity: { severity: 'severe' as const, wholeNetworkDown: true } }),
        ...(workType && { workType }),
        onSite,
      },
    })
    if (!answer) return
    subject.clear()
    text.clear()
    setRaised(answer.value)
  }

  if (raised) return <Receipt ticket={raised} />
  return (
    <form
      className={css.form}
      onSubmit={event => {
        event.preventDefault()
        if (!missing && !pending) void submit()
      }}
    >
      <h1>{t('new.title')}</h1>
      <Emergency />
      <Choice
        label={t('new.kind')}
        options={(['incident', 'request'] as const).map(value => ({ value, label: t(`new.kinds.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <TextInput
        label={t('new.subject')}
        description={t('new.subjectHint')}
        value={subject.text}
        onChange={event => subject.write(event.currentTarget.value)}
        maxLength={200}
        required
      />
      <Textarea
        label={t('new.text')}
        description={t('new.textHint')}
        value={text.text}
        onChange={event => text.write(event.currentTarget.value)}
        autosize
        minRows={4}
        maxLength={8000}
      />
      <OutsideHint client={client} site={place} text={`${subject.text} ${text.text}`} value={workType} onChange={setWorkType} />
      {sites.length > 1 && (
        <Select
          label={t('new.site')}
          data={sites.map(({ id, label }) => ({ value: id, label }))}
          value={site}
          onChange={setSite}
        />
      )}
      <Select
        label={t('new.device')}
        description={t('new.deviceHint')}
        data={devices
          .filter(({ status }) => status === 'in-service')
          .map(({ id, name }) => ({ value: id, label: name === id ? id : `${id} ${name}` }))}
        value={device}
        onChange={setDevice}
        searchable
        clearable
      />
      <Choice
        label={t('new.impact')}
        options={(['low', 'medium', 'high'] as const).map(value => ({ value, label: t(`new.impacts.${value}`) }))}
        value={down ? 'high' : impact}
        onChange={setImpact}
      />
      <Choice
        label={t('new.urgency')}
        options={(['low', 'medium', 'high'] as const).map(value => ({ value, label: t(`new.urgencies.${value}`) }))}
        value={down ? 'high' : urgency}
        onChange={setUrgency}
      />
      <Checkbox
        label={t('new.down')}
        description={t('new.downHint')}
        checked={down}
        onChange={event => setDown(event.currentTarget.checked)}
      />
      <Checkbox
        label={t('new.onSite')}
        description={t('new.onSiteHint')}
        checked={onSite}
        onChange={event => setOnSite(event.currentTarget.checked)}
      />
      {error !== null && error !== undefined && (
        <p className={css.refused} role="alert">
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden /> {say(error)} {t('textKept')}
        </p>
      )}
      <div className={css.actions}>
        <Button type="submit" variant="filled" loading={pending} disabled={missing !== undefined}>
          {t('new.submit')}
        </Button>
        {missing && <span className={css.quiet}>{missing}</span>}
      </div>
    </form>
  )
}
