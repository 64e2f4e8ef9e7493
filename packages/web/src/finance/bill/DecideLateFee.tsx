import { Radio, Textarea, TextInput } from '@mantine/core'
import type { BillView, LateFeeView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { decideLateFee, getLateFee } from '@pactdesk/domain/outsourcing/billing/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useApiQuery } from '../../api/query.ts'
import { exactMoney } from '../../explain/figures.ts'
import { exact } from '../../explain/units.ts'
import { formatDate, formatDateRange } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import card from '../parts/finance.module.css'
import { previewClaim, shareOfPercent } from './late-fee.ts'
import { billReads } from './use-bill.ts'

type Choice = 'whole' | 'part' | 'waive'

/** Clause 1(4) is a right: finance claims the late fee up to a day, in whole or part, or waives it with a reason. */
export function DecideLateFee({ bill, yesterday, onClose }: { bill: BillView; yesterday: string; onClose: () => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const [through, setThrough] = useState(yesterday)
  const [choice, setChoice] = useState<Choice>('whole')
  const [percent, setPercent] = useState('50')
  const [reason, setReason] = useState('')
  const params = { client: bill.client, bill: bill.id }
  const view = useApiQuery(getLateFee, { params, query: { asOf: through } }, { keep: true })
  const decide = useApiMutation(decideLateFee, { refreshes: billReads, onDone: onClose })
  const money = (minor: number): string => formatMoney({ currency: bill.currency, minor }, language)
  const fee = view.data?.value
  const current = fee?.asOf === through ? fee : undefined
  const part = choice === 'part' ? shareOfPercent(percent) : '1'
  const minor = current && part !== undefined ? previewClaim(current, part) : 0
  const date = formatDate(through, language, 'plain')
  const undecided = current?.undecidedMinor ?? 0
  const amount = money(choice === 'waive' ? undecided : minor)
  const effect = !current
    ? undefined
    : undecided === 0
      ? t('lateFee.nothing', { date })
      : choice === 'waive'
        ? t('lateFee.effectWaive', { amount, date })
        : part !== undefined
          ? t('lateFee.effectClaim', { amount, date })
          : undefined
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('lateFee.title', { number: bill.number ?? '' })}
      effect={effect}
      submit={choice === 'waive' ? t('lateFee.submitWaive', { amount }) : t('lateFee.submitClaim', { amount })}
      blocked={!current || undecided === 0 || part === undefined || (choice === 'waive' && reason.trim() === '')}
      pending={decide.pending}
      error={decide.error}
      onSubmit={() =>
        void decide.send({
          params,
          body: {
            action: choice === 'waive' ? 'waive' : 'claim',
            ...(choice === 'part' && part && { part }),
            through,
            ...(reason.trim() && { reason: reason.trim() }),
          },
        })
      }
    >
      <DateField
        label={t('lateFee.upTo')}
        description={t('lateFee.upToHint')}
        value={through}
        onChange={day => setThrough(day ?? yesterday)}
        max={yesterday}
        required
      />
      <Region query={view} failed={t('bill.lateFeeFailed')} shape="lines" count={3}>
        {({ value }) => <Accrual fee={value} />}
      </Region>
      <OtherOrder bill={bill} through={through} fee={current} />
      <Radio.Group label={t('lateFee.choice')} value={choice} onChange={value => setChoice(value as Choice)}>
        <div className={card.row} style={{ gap: 16, marginTop: 4 }}>
          {(['whole', 'part', 'waive'] as const).map(value => (
            <Radio key={value} value={value} label={t(`lateFee.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      {choice === 'part' && (
        <TextInput
          label={t('lateFee.share')}
          inputMode="decimal"
          value={percent}
          onChange={event => setPercent(event.currentTarget.value)}
          error={part === undefined ? t('lateFee.shareInvalid') : undefined}
        />
      )}
      <Textarea
        label={t('reason')}
        required={choice === 'waive'}
        autosize
        minRows={2}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
    </Dialog>
  )
}

function Accrual({ fee }: { fee: LateFeeView }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  if (!fee.applies) return <p>{t('lateFee.none')}</p>
  const money = (minor: number): string => formatMoney({ currency: fee.currency, minor }, language)
  return (
    <div className={card.card}>
      <table className={card.table}>
        <thead>
          <tr>
            <th scope="col">{t('lateFee.days')}</th>
            <th scope="col" className={card.num}>
              {t('lateFee.unpaid')}
            </th>
            <th scope="col" className={card.num}>
              {t('lateFee.perDay')}
            </th>
          </tr>
        </thead>
        <tbody>
          {fee.segments.map(({ firstDay, lastDay, days, unpaidMinor, perDayMinorExact }) => (
            <tr key={firstDay}>
              <th scope="row">
                {days} × <span className={card.quiet}>{formatDateRange(firstDay, lastDay, language, 'short')}</span>
              </th>
              <td className={card.num}>{money(unpaidMinor)}</td>
              <td className={card.num}>{exactMoney(exact(perDayMinorExact), fee.currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('lateFee.accrued')}
              {fee.decidedThrough && (
                <span className={card.quiet}>
                  {' '}
                  · {t('lateFee.decided', { date: formatDate(fee.decidedThrough, language, 'short') })}
                </span>
              )}
            </th>
            <td className={card.num}>{money(fee.roundedMinor)}</td>
          </tr>
          <tr>
            <th scope="row" colSpan={2}>
              {t('lateFee.undecided')}
            </th>
            <td className={card.num}>{money(fee.undecidedMinor)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** What the other order of settlement (Civil Code 561) would come to, so that nobody has to guess what the agreed one does. */
function OtherOrder({ bill, through, fee }: { bill: BillView; through: string; fee: LateFeeView | undefined }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const order = fee?.allocationOrder === 'principal-first' ? ('late-fee-first' as const) : ('principal-first' as const)
  const asked = fee?.applies === true && bill.payments.length > 0
  const other = useApiQuery(
    getLateFee,
    { params: { client: bill.client, bill: bill.id }, query: { asOf: through, order } },
    { enabled: asked },
  )
  if (!fee?.applies) return null
  return (
    <p className={card.note}>
      {t(`lateFee.order.${fee.allocationOrder}`)}
      {asked && other.data && (
        <>
          {' · '}
          {t('lateFee.otherOrder', {
            amount: formatMoney({ currency: bill.currency, minor: other.data.value.roundedMinor }, language),
          })}
        </>
      )}
    </p>
  )
}
