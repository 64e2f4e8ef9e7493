import { Radio, Select, Textarea } from '@mantine/core'
import { type BankLineView, listBankLines, listReceivables, settleBankLine } from '@pactdesk/domain/outsourcing/billing/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useApiPages } from '../../api/query.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { DateText } from '../../parts/text/Text.tsx'
import { billReads } from '../bill/use-bill.ts'
import { Dialog } from '../parts/Dialog.tsx'
import card from '../parts/finance.module.css'
import { useClients } from '../parts/use-finance.ts'
import { effectOn } from './statement.ts'

type As = 'payment' | 'ignored'

/** A person says which bill a line pays, or that it pays none; nothing is guessed. */
export function SettleLine({ line, onClose }: { line: BankLineView; onClose: () => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const { nameOf } = useClients()
  const open = useApiPages(listReceivables, { query: { state: 'open', limit: 200 } }, value => value)
  const candidates = line.candidates.map(({ client, bill }) => `${client}/${bill}`)
  const [as, setAs] = useState<As>(line.minor > 0 ? 'payment' : 'ignored')
  const [chosen, setChosen] = useState<string | null>(candidates.length === 1 ? (candidates[0] ?? null) : null)
  const [reason, setReason] = useState('')
  const settle = useApiMutation(settleBankLine, { refreshes: [listBankLines, ...billReads], onDone: onClose })
  const money = (minor: number): string => formatMoney({ currency: line.currency, minor }, language)
  const rows = [...(open.items ?? [])].sort(
    (a, b) => Number(candidates.includes(`${b.client}/${b.id}`)) - Number(candidates.includes(`${a.client}/${a.id}`)),
  )
  const bill = rows.find(({ client, id }) => `${client}/${id}` === chosen)
  const sameCurrency = bill?.currency === line.currency
  const effect = (): string | undefined => {
    if (as === 'ignored') return t('bank.effectIgnored')
    if (!bill) return undefined
    if (!sameCurrency) return t('bank.otherCurrency')
    const { kind, restMinor } = effectOn(line.minor, bill.openMinor ?? 0)
    const facts = { number: bill.number ?? '', open: money(bill.openMinor ?? 0) }
    if (kind === 'part') return t('bank.effectPart', { ...facts, left: money(restMinor) })
    return kind === 'all' ? t('bank.effectAll', facts) : t('bank.effectOver', { ...facts, over: money(restMinor) })
  }
  const send = (): void => {
    const params = { line: line.id }
    if (as === 'ignored') void settle.send({ params, body: { as, reason: reason.trim() } })
    else if (bill) void settle.send({ params, body: { as, client: bill.client, bill: bill.id } })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('bank.settleTitle', { amount: money(line.minor) })}
      effect={effect()}
      submit={as === 'ignored' ? t('bank.submitIgnore') : t('bank.submitPay', { amount: money(line.minor) })}
      blocked={as === 'ignored' ? reason.trim() === '' : !bill || !sameCurrency}
      pending={settle.pending}
      error={settle.error}
      onSubmit={send}
    >
      <p>
        <strong>{line.payer || '–'}</strong> · {line.reference || '–'} ·{' '}
        <span className={card.quiet}>
          <DateText date={line.on} />
        </span>
      </p>
      <Radio.Group value={as} onChange={value => setAs(value as As)} aria-label={t('lateFee.choice')}>
        <div className={card.row} style={{ gap: 16 }}>
          <Radio value="payment" label={t('bank.pays')} disabled={line.minor <= 0} />
          <Radio value="ignored" label={t('bank.ignore')} />
        </div>
      </Radio.Group>
      {as === 'payment' ? (
        <Select
          label={t('bank.paysWhich')}
          required
          searchable
          allowDeselect={false}
          data={rows.map(row => ({
            value: `${row.client}/${row.id}`,
            label: `${row.number} · ${nameOf(row.client).name} · ${formatMoney({ currency: row.currency, minor: row.openMinor ?? 0 }, language)}`,
          }))}
          value={chosen}
          onChange={setChosen}
          nothingFoundMessage={t('bank.noOpen')}
        />
      ) : (
        <Textarea
          label={t('bank.ignoreReason')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
      )}
    </Dialog>
  )
}
