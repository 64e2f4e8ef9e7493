import { InputLabel, Select, Textarea } from '@mantine/core'
import { type SettlementPreview, settleContract } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { formatDate } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { FileDrop } from '../../parts/input/FileDrop.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { type Ground, groundName, needsEvidence, penaltyOf } from './grounds.ts'
import { moneyReads, useNetWords } from './net.ts'

type Props = { client: string; number: string; preview: SettlementPreview; onClose: () => void }

/** Ends the contract on one ground: notice, credit notes, penalty and set-off in one step, its effect stated in figures. */
export function SettleDialog({ client, number, preview, onClose }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const [ground, setGround] = useState<Ground['ground']>()
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState<readonly string[]>([])
  const settle = useApiMutation(settleContract, { refreshes: moneyReads, onDone: onClose })
  const netWords = useNetWords(preview.currency)
  const row = preview.byGround.find(each => each.ground === ground)
  const money = (minor: number): string => formatMoney({ currency: preview.currency, minor }, language)
  const effect =
    row &&
    t('contracts.effect', {
      day: formatDate(preview.lastServiceDay, language, 'plain'),
      refund: money(row.refundMinor),
      penalty: money(penaltyOf(row)),
      setOff: money(row.setOffMinor),
      net: netWords(row),
    })
  const unproven = ground !== undefined && needsEvidence(ground) && evidence.length === 0
  return (
    <Dialog
      opened
      danger
      onClose={onClose}
      title={t('contracts.settleTitle', { number })}
      effect={effect}
      submit={t('contracts.submit')}
      blocked={!row || reason.trim() === '' || unproven}
      pending={settle.pending}
      error={settle.error}
      onSubmit={() =>
        ground &&
        void settle.send({
          params: { client, contract: preview.contract },
          body: {
            ground,
            noticeOn: preview.noticeOn,
            lastServiceDay: preview.lastServiceDay,
            reason: reason.trim(),
            evidence: [...evidence],
          },
        })
      }
    >
      <Select
        label={t('contracts.ground')}
        required
        data={preview.byGround.map(each => ({ value: each.ground, label: inLanguage(groundName(each.ground), language) }))}
        value={ground ?? null}
        onChange={value => setGround((value as Ground['ground'] | null) ?? undefined)}
      />
      <Textarea
        label={t('reason')}
        required
        autosize
        minRows={2}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <div>
        <InputLabel required={ground !== undefined && needsEvidence(ground)}>{t('contracts.evidence')}</InputLabel>
        <FileDrop
          client={client}
          purpose="evidence"
          types={['application/pdf', 'image/jpeg', 'image/png']}
          maxBytes={10 * 1024 * 1024}
          onStored={file => setEvidence(old => [...old, file.id])}
          onRemoved={file => setEvidence(old => old.filter(id => id !== file.id))}
        />
        <small style={{ color: 'var(--text-3)' }}>{t('contracts.evidenceHint')}</small>
      </div>
    </Dialog>
  )
}
