import { Button, Checkbox, TextInput } from '@mantine/core'
import type { CheckInput } from '@pactdesk/domain/outsourcing/field-service/inputs'
import { checkVisit } from '@pactdesk/domain/outsourcing/field-service/routes'
import { NotDoneReason } from '@pactdesk/domain/outsourcing/field-service/task'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { useState } from 'react'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Choice } from '../../ticket/Choice.tsx'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { checkOf, subjectsOf } from './checks.ts'
import { useVisitCommand } from './use-visit.ts'
import css from './visit.module.css'

type Result = CheckInput['result']
type Props = { visit: VisitView; task: VisitView['tasks'][number]; onClose: () => void }

/** Exceptions of one task: chosen devices, their result, and why not. A later result replaces an earlier one. */
export function CheckDialog({ visit, task, onClose }: Props) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const subjects = subjectsOf(visit, task)
  const [chosen, setChosen] = useState(
    subjects.filter(({ id }) => task.per === 'visit' || !checkOf(visit, task.key, id)).map(({ id }) => id),
  )
  const [result, setResult] = useState<Result>('done')
  const [reason, setReason] = useState<Extract<CheckInput, { result: 'not-done' }>['reason']>()
  const [note, setNote] = useState('')
  const ref = { client: visit.client, visit: visit.id }
  const record = useVisitCommand(checkVisit, ref, undefined, onClose)
  const results: readonly Result[] = ['done', 'not-done', 'refused']
  const missing =
    chosen.length === 0 ? t('check.missingDevice') : result === 'not-done' && !reason ? t('check.missingReason') : undefined
  const submit = (): void => {
    const facts = {
      devices: chosen,
      tasks: [task.key],
      ...(note.trim() && task.outcome !== 'consent' && { note: note.trim() }),
    }
    const entry: CheckInput = result === 'not-done' ? { result, reason: reason ?? 'other', ...facts } : { result, ...facts }
    void record.send({ params: ref, body: { entries: [entry] } })
  }
  const standing = (id: string): string => {
    const check = checkOf(visit, task.key, id)
    return check ? t(`check.${check.result as Result}`) : t('check.open')
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={inLanguage(task, language)}
      submit={t('check.chosen', { count: chosen.length })}
      onSubmit={submit}
      pending={record.pending}
      error={record.error}
      missing={missing}
      effect={task.outcome === 'consent' ? t('check.consent') : undefined}
    >
      {task.per === 'device' && (
        <>
          <Checkbox.Group label={t('check.devices')} value={chosen} onChange={setChosen}>
            <div className={css.devices}>
              {subjects.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={`${name} · ${standing(id)}`} />
              ))}
            </div>
          </Checkbox.Group>
          <div className={css.buttons}>
            <Button onClick={() => setChosen(subjects.map(({ id }) => id))}>{t('check.chooseAll')}</Button>
          </div>
        </>
      )}
      <Choice
        label={t('check.result')}
        value={result}
        onChange={setResult}
        options={results.map(value => ({ value, label: t(`check.${value}`) }))}
      />
      {result === 'not-done' && (
        <Choice
          label={t('check.reason')}
          value={reason}
          onChange={setReason}
          options={NotDoneReason.options.map(value => ({ value, label: t(`check.why.${value}`) }))}
        />
      )}
      {task.outcome !== 'consent' && (
        <TextInput label={t('check.note')} value={note} maxLength={500} onChange={event => setNote(event.currentTarget.value)} />
      )}
    </FormDialog>
  )
}
