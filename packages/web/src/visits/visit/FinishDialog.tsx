import { NumberInput } from '@mantine/core'
import { minutesBetween } from '@pactdesk/domain/outsourcing/field-service/decide/facts'
import { finishVisit } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { useState } from 'react'
import { formatMinutes } from '../../format/duration.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { useVisitCommand } from './use-visit.ts'

type Props = { visit: VisitView; now: number; onClose: () => void }

/** Leaves with the work done; minutes are split where the visit served several purposes. */
export function FinishDialog({ visit, now, onClose }: Props) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const [at] = useState(() => new Date(Math.floor(now / 60_000) * 60_000).toISOString())
  const from = visit.arrival?.at ?? visit.begunAt ?? at
  // As the server counts: seconds cut off on both ends.
  const all = Math.max(0, minutesBetween(from, at))
  const purposes = [...(visit.tasks.length > 0 ? [undefined] : []), ...visit.tickets]
  const several = purposes.length > 1
  const [minutes, setMinutes] = useState<readonly number[]>(purposes.map((_, at) => (at === 0 ? all : 0)))
  const sum = minutes.reduce((total, one) => total + one, 0)
  const ref = { client: visit.client, visit: visit.id }
  const finish = useVisitCommand(finishVisit, ref, undefined, onClose)
  const split = purposes.map((ticket, place) => ({ minutes: minutes[place] ?? 0, ...(ticket && { ticket }) }))
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('act.finish')}
      submit={t('act.finish')}
      pending={finish.pending}
      error={finish.error}
      missing={several && sum !== all ? t('missing.splitSum', { sum, all }) : undefined}
      effect={t('effect.finish', { time: formatMinutes(all, language) })}
      onSubmit={() => void finish.send({ params: ref, body: several ? { at, split } : { at } })}
    >
      {several && (
        <>
          <p>{t('split.title')}</p>
          {purposes.map((ticket, place) => (
            <NumberInput
              key={ticket ?? '-'}
              label={ticket ?? t('split.maintenance')}
              min={0}
              max={1440}
              allowDecimal={false}
              value={minutes[place] ?? 0}
              onChange={value => setMinutes(minutes.map((one, at) => (at === place ? Number(value) || 0 : one)))}
            />
          ))}
        </>
      )}
    </FormDialog>
  )
}
