import { Textarea } from '@mantine/core'
import { removeVisitPart } from '@pactdesk/domain/outsourcing/field-service/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { useState } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { useVisitCommand } from './use-visit.ts'

type Props = { visit: VisitView; part: VisitView['parts'][number]; onClose: () => void }

/** Takes off a part that was entered by mistake; its item of work is written off with the reason. */
export function RemovePartDialog({ visit, part, onClose }: Props) {
  const { t } = useTranslation('visits')
  const [note, setNote] = useState('')
  const ref = { client: visit.client, visit: visit.id }
  const remove = useVisitCommand(removeVisitPart, ref, undefined, onClose)
  return (
    <FormDialog
      opened
      danger
      onClose={onClose}
      title={t('part.removeOne', { name: part.name })}
      submit={t('part.remove')}
      pending={remove.pending}
      error={remove.error}
      missing={note.trim() === '' ? t('planning.missingNote') : undefined}
      effect={t('effect.removePart')}
      onSubmit={() => void remove.send({ params: { ...ref, part: part.id }, body: { note: note.trim() } })}
    >
      <Textarea
        label={t('planning.note')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
