import { Radio, Textarea } from '@mantine/core'
import {
  decideWork,
  getMonth,
  listMonthBoard,
  listWork,
  type MonthView,
  type WorkItemView,
} from '@pactdesk/domain/outsourcing/billing/month/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import { Dialog } from '../parts/Dialog.tsx'
import card from '../parts/finance.module.css'
import { Quantity } from './UnitList.tsx'

type Command = 'write-off' | 'dispute' | 'settle-dispute'
const commands: readonly Command[] = ['write-off', 'dispute', 'settle-dispute']

/** Writes a unit off, holds it back, or settles the dispute; always with a reason. */
export function DecideUnit({ month, unit, onClose }: { month: MonthView; unit: WorkItemView; onClose: () => void }) {
  const { t } = useTranslation('finance')
  const may = commands.filter(command => unit.actions.includes(command))
  const [command, setCommand] = useState<Command>(may[0] ?? 'write-off')
  const [reason, setReason] = useState('')
  const decide = useApiMutation(decideWork, {
    refreshes: [getMonth, listMonthBoard, listWork],
    onDone: () => {
      sayDone(t(`close.act.${command}`))
      onClose()
    },
  })
  const what = unit.item.ticket ?? unit.item.description
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('close.act.menu', { what })}
      effect={t(`close.effect.${command}`)}
      submit={t(`close.act.${command}`)}
      blocked={reason.trim() === ''}
      pending={decide.pending}
      error={decide.error}
      onSubmit={() =>
        void decide.send({ params: { client: month.client, item: unit.ref }, body: { command, reason: reason.trim() } })
      }
    >
      <p>
        {unit.item.description} · <Quantity item={unit.item} /> · <span className={card.quiet}>{unit.item.who.name}</span>
      </p>
      {may.length > 1 && (
        <Radio.Group value={command} onChange={value => setCommand(value as Command)} aria-label={t('lateFee.choice')}>
          <div className={card.row}>
            {may.map(each => (
              <Radio key={each} value={each} label={t(`close.act.${each}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
      <Textarea
        label={t('reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
