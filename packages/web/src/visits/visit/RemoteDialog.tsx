import { localDateOf, wallTimeToInstant } from '@pactdesk/domain/kernel/time'
import { workRemotely } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { useState } from 'react'
import { formatTime } from '../../format/date.ts'
import { formatMinutes } from '../../format/duration.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { TimeField } from '../../parts/input/TimeField.tsx'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import form from '../../ticket/form.module.css'
import { minutesApart } from './minutes-apart.ts'
import { useVisitCommand } from './use-visit.ts'

type Props = { visit: VisitView; now: number; onClose: () => void }

/** Work from elsewhere, told afterwards with its times; nobody has to sign it. Times are the site's. */
export function RemoteDialog({ visit, now, onClose }: Props) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const { zone } = visit
  const instant = new Date(now).toISOString()
  const [date, setDate] = useState<string | undefined>(() => localDateOf(instant, zone))
  const [from, setFrom] = useState('')
  const [to, setTo] = useState(() => formatTime(instant, zone, 'en'))
  const ref = { client: visit.client, visit: visit.id }
  const work = useVisitCommand(workRemotely, ref, undefined, onClose)
  const minutes = minutesApart(from, to)
  const at = (time: string): string => wallTimeToInstant(`${date}T${time}`, zone)
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('act.work-remotely')}
      submit={t('act.work-remotely')}
      pending={work.pending}
      error={work.error}
      missing={date && minutes ? undefined : t('remoteWork.missing')}
      effect={minutes ? t('effect.work-remotely', { time: formatMinutes(minutes, language) }) : undefined}
      onSubmit={() => void work.send({ params: ref, body: { from: at(from), to: at(to) } })}
    >
      <DateField label={t('planning.date')} required value={date} onChange={setDate} />
      <div className={form.two}>
        <TimeField label={t('remoteWork.from')} required value={from} onChange={setFrom} />
        <TimeField label={t('remoteWork.to')} required value={to} onChange={setTo} />
      </div>
    </FormDialog>
  )
}
