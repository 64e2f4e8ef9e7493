import { Textarea } from '@mantine/core'
import { leaveUnsigned, reportNoAccess } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { maxFileBytes, purposes } from '@pactdesk/domain/tenancy/files/purposes'
import { useState } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import { useDraft } from '../../parts/input/draft.ts'
import { FileDrop } from '../../parts/input/FileDrop.tsx'
import { Choice } from '../../ticket/Choice.tsx'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { useVisitCommand } from './use-visit.ts'

const reasons = ['client-absent', 'refused', 'other'] as const
type Props = { visit: VisitView; command: 'no-access' | 'leave-unsigned'; onClose: () => void }

/** Nobody let the technician in, or nobody signed: why, with a photo where the client was absent. */
export function AbsenceDialog({ visit, command, onClose }: Props) {
  const { t } = useTranslation('visits')
  const [reason, setReason] = useState<(typeof reasons)[number]>('client-absent')
  const [photo, setPhoto] = useState<string>()
  const note = useDraft(`visit.${visit.id}.absence`)
  const ref = { client: visit.client, visit: visit.id }
  const done = (): void => {
    note.clear()
    onClose()
  }
  const denied = useVisitCommand(reportNoAccess, ref, undefined, done)
  const unsigned = useVisitCommand(leaveUnsigned, ref, undefined, done)
  const used = command === 'no-access' ? denied : unsigned
  const missing =
    note.text.trim() === ''
      ? t('absence.noteNeeded')
      : reason === 'client-absent' && !photo
        ? t('absence.photoNeeded')
        : undefined
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`act.${command}`)}
      submit={t(`act.${command}`)}
      pending={used.pending}
      error={used.error}
      missing={missing}
      effect={
        command === 'no-access' && visit.devices.length === 0
          ? t('effect.noAccessTicket')
          : t(`effect.${command}`, { count: visit.devices.length })
      }
      onSubmit={() => void used.send({ params: ref, body: { reason, note: note.text.trim(), ...(photo && { photo }) } })}
    >
      <Choice
        label={t('absence.reason')}
        value={reason}
        onChange={setReason}
        options={reasons.map(value => ({ value, label: t(`absence.why.${value}`) }))}
      />
      <Textarea
        label={t('absence.note')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={note.text}
        onChange={event => note.write(event.currentTarget.value)}
      />
      <div>
        <p>{t('absence.photo')}</p>
        <FileDrop
          single
          client={visit.client}
          purpose="visit-photo"
          types={purposes['visit-photo'].types}
          maxBytes={maxFileBytes}
          camera
          onStored={file => setPhoto(file.id)}
          onRemoved={() => setPhoto(undefined)}
        />
      </div>
    </FormDialog>
  )
}
