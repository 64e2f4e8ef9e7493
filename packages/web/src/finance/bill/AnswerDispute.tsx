import { Textarea } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { answerDispute } from '@pactdesk/domain/outsourcing/billing/routes'
import { useApiMutation } from '../../api/mutation.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { useDraft } from '../../parts/input/draft.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import { Dialog } from '../parts/Dialog.tsx'
import css from './bill.module.css'
import { billReads } from './use-bill.ts'

type Props = { bill: BillView; dispute: BillView['disputes'][number]; onClose: () => void }

/** The line stands, and the client is told why; to give way, the line is credited instead. */
export function AnswerDispute({ bill, dispute, onClose }: Props) {
  const { t } = useTranslation('finance')
  const { text, write: setText, clear } = useDraft(`dispute-answer:${bill.client}:${bill.id}:${dispute.id}`)
  const answer = useApiMutation(answerDispute, {
    refreshes: billReads,
    onDone: () => {
      clear()
      sayDone(t('bill.dispute.answered'))
      onClose()
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bill.dispute.answerTitle', { line: dispute.line })}
      effect={t('bill.dispute.answerEffect')}
      submit={t('bill.dispute.answerSubmit')}
      blocked={text.trim() === ''}
      pending={answer.pending}
      error={answer.error}
      onSubmit={() =>
        void answer.send({
          params: { client: bill.client, bill: bill.id, dispute: dispute.id },
          body: { text: text.trim() },
        })
      }
    >
      <blockquote className={css.said}>{dispute.reason}</blockquote>
      <Textarea
        label={t('bill.dispute.answer')}
        required
        autosize
        minRows={3}
        maxLength={500}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
    </Dialog>
  )
}
