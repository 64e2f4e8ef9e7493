import { Select, Textarea } from '@mantine/core'
import { recordDutyBreach } from '@pactdesk/domain/service-support/incident/routes'
import { maxFileBytes, purposes } from '@pactdesk/domain/tenancy/files/purposes'
import { useState } from 'react'
import { useTranslation } from '../../../i18n/i18n.ts'
import { FileDrop } from '../../../parts/input/FileDrop.tsx'
import { FormDialog } from '../../../ticket/FormDialog.tsx'
import form from '../../../ticket/form.module.css'
import { useTicketCommand } from '../../../ticket/use-ticket.ts'
import { type DialogProps, refOf } from './dialog.ts'

const duties = ['3(2)', '3(3)', '3(4)', '3(5)'] as const

/** Evidence that the client broke a duty of clause 3: the work stays covered, nothing is charged for it. */
export function DutyDialog({ ticket, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const [clause, setClause] = useState<string | null>('3(5)')
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState<readonly string[]>([])
  const { send, pending, error } = useTicketCommand(recordDutyBreach, refOf(ticket), onDone)
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('duty.title')}
      submit={t('duty.submit')}
      pending={pending}
      error={error}
      missing={!clause ? t('duty.missing.clause') : note.trim() ? undefined : t('duty.missing.note')}
      effect={t('duty.effect')}
      onSubmit={() =>
        clause && void send({ params: refOf(ticket), body: { clause, note: note.trim(), evidence: [...evidence] } })
      }
    >
      <Select
        label={t('duty.clause')}
        data={duties.map(value => ({ value, label: `${value} ${t(`duty.duties.${value}`)}` }))}
        value={clause}
        onChange={setClause}
      />
      <Textarea
        label={t('duty.note')}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={2000}
        data-autofocus
      />
      <div>
        <span className={form.label}>{t('duty.evidence')}</span>
        <FileDrop
          client={ticket.client}
          purpose="evidence"
          types={purposes.evidence.types}
          maxBytes={maxFileBytes}
          onStored={file => setEvidence(old => [...old, file.id])}
          onRemoved={file => setEvidence(old => old.filter(id => id !== file.id))}
        />
      </div>
    </FormDialog>
  )
}
