import { TextInput } from '@mantine/core'
import { arriveAtVisit } from '@pactdesk/domain/outsourcing/field-service/routes'
import { useTranslation } from '../../i18n/i18n.ts'
import { useDraft } from '../../parts/input/draft.ts'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { useVisitCommand, type VisitRef } from './use-visit.ts'

type Props = { refOf: VisitRef; hint?: string | undefined; onClose: () => void }

/** An arrival without position: place and reason are asked for and kept on the device until the server has them. */
export function ArriveDialog({ refOf, hint, onClose }: Props) {
  const { t } = useTranslation('visits')
  const place = useDraft(`visit.${refOf.visit}.place`)
  const reason = useDraft(`visit.${refOf.visit}.reason`)
  const arrive = useVisitCommand(arriveAtVisit, refOf, undefined, () => {
    place.clear()
    reason.clear()
    onClose()
  })
  const complete = place.text.trim() !== '' && reason.text.trim() !== ''
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('act.typed')}
      submit={t('act.typed')}
      pending={arrive.pending}
      error={arrive.error}
      missing={complete ? undefined : t('typed.missing')}
      effect={t('effect.typed')}
      onSubmit={() =>
        void arrive.send({
          params: refOf,
          body: { how: 'typed', place: place.text.trim(), reason: reason.text.trim(), begin: false },
        })
      }
    >
      {hint && <p role="status">{hint}</p>}
      <TextInput
        label={t('typed.place')}
        required
        maxLength={500}
        value={place.text}
        onChange={event => place.write(event.currentTarget.value)}
      />
      <TextInput
        label={t('typed.reason')}
        required
        maxLength={500}
        value={reason.text}
        onChange={event => reason.write(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
