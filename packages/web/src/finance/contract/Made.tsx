import { Button, TextInput } from '@mantine/core'
import { recordRefund, type SettlementView } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useHasRole } from '../../auth/who.ts'
import { formatDate } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { Tag } from '../../parts/marks/Tag.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import card from '../parts/finance.module.css'
import { groundName } from './grounds.ts'
import { moneyReads, useNetWords } from './net.ts'
import { Preview } from './Preview.tsx'

type Props = { client: string; made: SettlementView; today: string; asOf: { instant: string; zone: string } }

/** The settlement as it was made, and how its net was paid. */
export function Made({ client, made, today, asOf }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const [paying, setPaying] = useState(false)
  const mayPay = useHasRole('finance', 'admin')
  const netWords = useNetWords(made.currency)
  const ground = inLanguage(groundName(made.ground), language)
  return (
    <>
      <div className={card.head}>
        <div>
          <p className={card.sub}>{t('contracts.made', { date: formatDate(made.settledOn, language, 'plain'), ground })}</p>
          <div className={card.row}>
            <strong className={card.title}>{netWords(made.actual)}</strong>
            {made.actual.netToClientMinor !== 0 && (
              <Tag tone={made.status === 'made' ? 'warn' : 'good'}>{t(`contracts.status2.${made.status}`)}</Tag>
            )}
          </div>
          {made.refundedOn && (
            <p className={card.note}>{t('contracts.paidOn', { date: formatDate(made.refundedOn, language, 'plain') })}</p>
          )}
        </div>
        {mayPay && made.status === 'made' && made.actual.netToClientMinor !== 0 && (
          <Button variant="filled" onClick={() => setPaying(true)}>
            {t('contracts.payNet')}
          </Button>
        )}
      </div>
      <Preview preview={made} asOf={asOf} made={made.ground} />
      {paying && <PayNet client={client} made={made} today={today} onClose={() => setPaying(false)} />}
    </>
  )
}

/** The net is paid once, in full; who pays follows from its sign. */
function PayNet({ client, made, today, onClose }: Omit<Props, 'asOf'> & { onClose: () => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const [on, setOn] = useState<string | undefined>(today)
  const [source, setSource] = useState('')
  const pay = useApiMutation(recordRefund, { refreshes: moneyReads, onDone: onClose })
  const netWords = useNetWords(made.currency)
  const minor = Math.abs(made.actual.netToClientMinor)
  const amount = formatMoney({ currency: made.currency, minor }, language)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('contracts.payTitle', { amount })}
      effect={t('contracts.payEffect', { net: netWords(made.actual) })}
      submit={t('contracts.paySubmit', { amount })}
      blocked={!on || source.trim() === ''}
      pending={pay.pending}
      error={pay.error}
      onSubmit={() =>
        on &&
        void pay.send({
          params: { client, contract: made.contract },
          body: { on, minor, currency: made.currency, source: source.trim() },
        })
      }
    >
      <DateField label={t('bill.payment.on')} value={on} onChange={setOn} max={today} required />
      <TextInput
        label={t('contracts.paySource')}
        required
        value={source}
        maxLength={120}
        onChange={event => setSource(event.currentTarget.value)}
      />
    </Dialog>
  )
}
