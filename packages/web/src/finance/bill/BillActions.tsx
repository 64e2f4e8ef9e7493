import { Button, Menu } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { IconArrowBackUp, IconDots, IconFileTypePdf, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useProblemText } from '../../api/problem.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import { CreditBill } from './CreditBill.tsx'
import { DecideLateFee } from './DecideLateFee.tsx'
import { DiscardBill, IssueBill } from './DraftSteps.tsx'
import { RecordFapiao } from './RecordFapiao.tsx'
import { RecordPayment } from './RecordPayment.tsx'
import { RefundBill } from './RefundBill.tsx'
import { openPdf } from './use-bill.ts'
import { WriteOff } from './WriteOff.tsx'

export const billSteps = [
  'record-payment',
  'refund',
  'write-off',
  'fapiao',
  'decide-late-fee',
  'credit',
  'issue',
  'discard',
] as const
export type BillStep = (typeof billSteps)[number]
const inMenu: readonly BillStep[] = ['decide-late-fee', 'write-off', 'fapiao', 'credit', 'discard']

type Props = {
  bill: BillView
  today: string
  yesterday: string
  /** The late fee can be decided only where there is one. */
  lateFeeApplies: boolean
  step: BillStep | undefined
  onStep: (step: BillStep | undefined) => void
}

/** What may be done with the bill now: the first step as a button, the rare ones in a menu, each in its own dialog. */
export function BillActions({ bill, today, yesterday, lateFeeApplies, step, onStep }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const may = (action: BillStep): boolean => bill.actions.includes(action) && (action !== 'decide-late-fee' || lateFeeApplies)
  const rare = inMenu.filter(may)
  const close = (): void => onStep(undefined)
  return (
    <>
      {may('issue') && (
        <Button variant="filled" onClick={() => onStep('issue')}>
          {t('bill.action.issue', { amount: formatMoney({ currency: bill.currency, minor: bill.grossMinor ?? 0 }, language) })}
        </Button>
      )}
      {may('record-payment') && (
        <Button leftSection={<IconPlus size={16} stroke={1.6} />} onClick={() => onStep('record-payment')}>
          {t('bill.action.record-payment')}
        </Button>
      )}
      {may('refund') && (
        <Button leftSection={<IconArrowBackUp size={16} stroke={1.6} />} onClick={() => onStep('refund')}>
          {t('bill.action.refund')}
        </Button>
      )}
      {bill.status === 'issued' && <PdfButton bill={bill} />}
      {rare.length > 0 && (
        <Menu position="bottom-end" width={220}>
          <Menu.Target>
            <Button aria-label={t('bill.action.more')} px={8}>
              <IconDots size={16} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rare.map(action => (
              <Menu.Item key={action} onClick={() => onStep(action)}>
                {t(`bill.action.${action as 'fapiao'}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {step === 'record-payment' && may(step) && <RecordPayment bill={bill} today={today} onClose={close} />}
      {step === 'write-off' && may(step) && <WriteOff bill={bill} onClose={close} />}
      {step === 'refund' && may(step) && <RefundBill bill={bill} today={today} onClose={close} />}
      {step === 'credit' && may(step) && <CreditBill bill={bill} line={undefined} onClose={close} />}
      {step === 'fapiao' && may(step) && <RecordFapiao bill={bill} onClose={close} />}
      {step === 'issue' && may(step) && <IssueBill bill={bill} onClose={close} />}
      {step === 'discard' && may(step) && <DiscardBill bill={bill} onClose={close} />}
      {step === 'decide-late-fee' && may(step) && <DecideLateFee bill={bill} yesterday={yesterday} onClose={close} />}
    </>
  )
}

/** The stored PDF, downloaded from a short-lived address. */
export function PdfButton({ bill, full }: { bill: BillView; full?: boolean }) {
  const { t } = useTranslation('finance')
  const problem = useProblemText()
  const [pending, setPending] = useState(false)
  const open = async (): Promise<void> => {
    setPending(true)
    await openPdf(bill).catch((error: unknown) => sayDone(problem(error)))
    setPending(false)
  }
  return (
    <Button
      leftSection={<IconFileTypePdf size={16} stroke={1.6} />}
      disabled={!bill.document}
      title={bill.document ? undefined : t('bill.pdfPending')}
      loading={pending}
      fullWidth={full ?? false}
      onClick={() => void open()}
    >
      {t('bill.action.pdf')}
    </Button>
  )
}
