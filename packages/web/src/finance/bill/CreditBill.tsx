import { Checkbox, Radio, Textarea } from '@mantine/core'
import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { creditBill } from '@pactdesk/domain/outsourcing/billing/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { formatMoney, type Money } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { MoneyInput } from '../../parts/input/MoneyInput.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { Dialog } from '../parts/Dialog.tsx'
import card from '../parts/finance.module.css'
import { creditableLines, leftOf, previewCredit } from './credit.ts'
import { lineName } from './line-name.ts'
import { billReads } from './use-bill.ts'

type Items = 'release' | 'write-off'

/** A credit note on lines of an issued bill, or on all of it: the only thing that changes what an issued bill asks for. */
export function CreditBill({ bill, line, onClose }: { bill: BillView; line: number | undefined; onClose: () => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const lines = creditableLines(bill)
  const [chosen, setChosen] = useState<readonly number[]>(line && leftOf(bill, line) > 0 ? [line] : lines.map(each => each.line))
  /** Absent: all that is left of the lines. */
  const [amount, setAmount] = useState<Money | undefined | 'all'>('all')
  const [items, setItems] = useState<Items>()
  const [reason, setReason] = useState('')
  const credit = useApiMutation(creditBill, {
    refreshes: billReads,
    onDone: () => {
      sayDone(t('bill.credit.done'))
      onClose()
    },
  })
  const money = (minor: number): string => formatMoney({ currency: bill.currency, minor }, language)
  const leftMinor = previewCredit(bill, chosen, 0).leftMinor
  const minor = amount === 'all' ? leftMinor : (amount?.minor ?? 0)
  const preview = previewCredit(bill, chosen, minor)
  const choose = (no: number, on: boolean): void => {
    setChosen(old => (on ? [...old, no].sort((a, b) => a - b) : old.filter(each => each !== no)))
    setAmount('all')
  }
  const effect = !preview.fits
    ? undefined
    : [
        t('bill.credit.effect', {
          amount: money(minor),
          open: money((bill.openMinor ?? 0) - minor < 0 ? 0 : (bill.openMinor ?? 0) - minor),
        }),
        preview.owedMinor > 0 && t('bill.credit.owed', { amount: money(preview.owedMinor) }),
        t('bill.credit.final'),
      ]
        .filter(Boolean)
        .join(language === 'en' ? ' ' : '')
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bill.credit.title', { number: bill.number ?? '' })}
      effect={effect}
      submit={t('bill.credit.submit', { amount: preview.fits ? money(minor) : '' })}
      blocked={!preview.fits || reason.trim() === '' || (preview.hasItems && !items)}
      pending={credit.pending}
      error={credit.error}
      onSubmit={() =>
        void credit.send({
          params: { client: bill.client, bill: bill.id },
          body: {
            lines: [...chosen],
            grossMinor: minor,
            reason: reason.trim(),
            items: items ?? 'write-off',
          },
        })
      }
    >
      <fieldset className={card.choices}>
        <legend>{t('bill.credit.lines')}</legend>
        {lines.map(each => (
          <div key={each.line} className={card.between}>
            <Checkbox
              label={`${each.line} · ${lineName(each, t)}`}
              checked={chosen.includes(each.line)}
              onChange={event => choose(each.line, event.currentTarget.checked)}
            />
            <span className="tabular">{money(leftOf(bill, each.line))}</span>
          </div>
        ))}
      </fieldset>
      <MoneyInput
        key={chosen.join()}
        label={t('amount')}
        description={t('bill.credit.amountHint', { amount: money(leftMinor) })}
        currency={bill.currency}
        value={amount === 'all' ? { currency: bill.currency, minor: leftMinor } : amount}
        onChange={setAmount}
        error={minor > leftMinor ? t('bill.credit.tooMuch', { amount: money(leftMinor) }) : undefined}
        required
      />
      {preview.hasItems && (
        <Radio.Group label={t('bill.credit.items')} value={items ?? ''} onChange={value => setItems(value as Items)} withAsterisk>
          <div className={card.options}>
            <Radio value="release" label={t('bill.credit.release')} description={t('bill.credit.releaseHint')} />
            <Radio value="write-off" label={t('bill.credit.writeOff')} description={t('bill.credit.writeOffHint')} />
          </div>
        </Radio.Group>
      )}
      <Textarea
        label={t('reason')}
        description={t('bill.credit.reasonHint')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}
