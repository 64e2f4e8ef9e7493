import { Select, Textarea } from '@mantine/core'
import { previewSettlement } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { getContract, getLivingContract, giveContractNotice, listContracts } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { useApiQuery } from '../../api/query.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { localDay } from '../../parts/band/local-day.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { ticker } from '../../time/ticker.ts'
import { settlementRows } from '../living/settlement-rows.ts'
import { StepDialog } from './dialog.tsx'
import { noticeGrounds } from './notice-grounds.ts'
import css from './signing.module.css'

type Props = { contract: ContractView; opened: boolean; onClose: () => void }

/** A party ends the contract within its term: ground, dates, and what would be settled by them. */
export function NoticeDialog({ contract, opened, onClose }: Props) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const today = localDay(ticker.now(), contract.terms.billingZone)
  const [ground, setGround] = useState<keyof typeof noticeGrounds>('client')
  const [lastServiceDay, setLast] = useState<string | undefined>(today)
  const [reason, setReason] = useState('')
  const where = { client: contract.client, contract: contract.id }
  const preview = useApiQuery(
    previewSettlement,
    { params: where, query: { noticeOn: today, ...(lastServiceDay && { lastServiceDay }) } },
    { enabled: opened && lastServiceDay !== undefined, keep: true },
  )
  const notice = useApiMutation(giveContractNotice, {
    refreshes: [getContract, listContracts, getLivingContract],
    onDone: () => {
      sayDone(t('notice.done', { number: contract.number }))
      onClose()
    },
  })
  const { currency = contract.total.currency, byGround = [] } = preview.data?.value ?? {}
  const chosen = byGround.find(one => one.ground === ground)
  const missing = !lastServiceDay ? t('notice.missingDay') : reason.trim() ? undefined : t('dialog.reasonMissing')
  return (
    <StepDialog
      wide
      danger
      title={t('notice.title', { number: contract.number })}
      opened={opened}
      onClose={onClose}
      effect={t('notice.effect')}
      error={notice.error}
      pending={notice.pending}
      action={t('notice.action')}
      missing={missing}
      onAction={() => {
        if (lastServiceDay)
          void notice.send({
            params: where,
            body: { ...noticeGrounds[ground], noticeOn: today, lastServiceDay, reason: reason.trim() },
          })
      }}
    >
      <div className={css.grid}>
        <Select
          label={t('ended.ground')}
          allowDeselect={false}
          value={ground}
          data={(Object.keys(noticeGrounds) as (keyof typeof noticeGrounds)[]).map(one => ({
            value: one,
            label: t(`ground.${one}`),
          }))}
          onChange={next => setGround(next as keyof typeof noticeGrounds)}
        />
        <DateField
          label={t('notice.lastDay')}
          required
          min={contract.firstDay}
          max={contract.lastDay}
          value={lastServiceDay}
          onChange={setLast}
        />
      </div>
      {chosen && (
        <dl className={css.steps}>
          {settlementRows(chosen).map(({ row, minor }) => (
            <div key={row} style={{ display: 'flex', justifyContent: 'space-between' }}>
              <dt>{t(`ended.${row}`)}</dt>
              <dd>{formatMoney({ currency, minor }, language)}</dd>
            </div>
          ))}
          <div style={{ display: 'flex', justifyContent: 'space-between', fontWeight: 600 }}>
            <dt>{t(chosen.netToClientMinor < 0 ? 'ended.clientPays' : 'ended.providerPays')}</dt>
            <dd>{formatMoney({ currency, minor: Math.abs(chosen.netToClientMinor) }, language)}</dd>
          </div>
        </dl>
      )}
      <Textarea label={t('dialog.reason')} required value={reason} onChange={event => setReason(event.currentTarget.value)} />
    </StepDialog>
  )
}
