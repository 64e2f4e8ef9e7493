import { Select, TagsInput } from '@mantine/core'
import { getPriorityMatrix } from '@pactdesk/domain/service-desk/matrix'
import { setTicketLabels } from '@pactdesk/domain/service-support/incident/routes'
import { useState } from 'react'
import { useApiQuery } from '../../../api/query.ts'
import { useTranslation } from '../../../i18n/i18n.ts'
import { PriorityBars } from '../../../parts/marks/PriorityBars.tsx'
import { Choice } from '../../../ticket/Choice.tsx'
import { FormDialog } from '../../../ticket/FormDialog.tsx'
import { useTicketCommand } from '../../../ticket/use-ticket.ts'
import type { FieldSave } from '../use-field-save.ts'
import { useStaff } from '../use-staff.ts'
import { type DialogProps, refOf } from './dialog.ts'

type Level = 'high' | 'medium' | 'low'
type FieldProps = DialogProps & { save: FieldSave }

/** Impact × urgency gives the priority by the provider's published matrix. */
export function PriorityDialog({ ticket, onClose, save }: FieldProps) {
  const { t } = useTranslation('desk')
  const { t: word } = useTranslation('ticket')
  const [impact, setImpact] = useState<Level>(ticket.impact ?? 'medium')
  const [urgency, setUrgency] = useState<Level>(ticket.urgency ?? 'medium')
  const matrix = useApiQuery(getPriorityMatrix, {})
  const priority = matrix.data?.value[impact][urgency]
  const levels = (['high', 'medium', 'low'] as const).map(value => ({ value, label: word(`level.${value}`) }))
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('priority.title')}
      submit={t('priority.submit')}
      pending={false}
      effect={
        priority && (
          <>
            {t('priority.effect')} <PriorityBars level={Number(priority.slice(1)) as 1} />
          </>
        )
      }
      onSubmit={() => {
        onClose()
        void save.priority({ impact, urgency }, priority)
      }}
    >
      <Choice label={t('call.impact')} options={levels} value={impact} onChange={setImpact} />
      <Choice label={t('call.urgency')} options={levels} value={urgency} onChange={setUrgency} />
    </FormDialog>
  )
}

/** Who works on it. */
export function AssigneeDialog({ ticket, onClose, save }: FieldProps) {
  const { t } = useTranslation('desk')
  const staff = useStaff(ticket.client)
  const [chosen, setChosen] = useState<string | null>(ticket.assignee?.id ?? null)
  const person = staff.find(({ id }) => id === chosen)
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('assign.title', { count: 1 })}
      submit={t('assign.submit')}
      pending={false}
      onSubmit={() => {
        onClose()
        void save.assign(person ? { id: person.id, name: person.name } : null)
      }}
    >
      <Select
        label={t('assign.person')}
        data={staff.map(({ id, label }) => ({ value: id, label }))}
        value={chosen}
        onChange={setChosen}
        searchable
        clearable
        data-autofocus
      />
    </FormDialog>
  )
}

/** The desk's own labels; the client never sees them. */
export function LabelsDialog({ ticket, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('desk')
  const [labels, setLabels] = useState<string[]>([...(ticket.labels ?? [])])
  const { send, pending, error } = useTicketCommand(setTicketLabels, refOf(ticket), onDone)
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('labels.title')}
      submit={t('labels.submit')}
      pending={pending}
      error={error}
      onSubmit={() => void send({ params: refOf(ticket), body: { labels } })}
    >
      <TagsInput
        label={t('labels.label')}
        description={t('labels.hint')}
        value={labels}
        onChange={setLabels}
        maxTags={20}
        data-autofocus
      />
    </FormDialog>
  )
}
