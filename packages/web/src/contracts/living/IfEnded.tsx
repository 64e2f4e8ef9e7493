import { Select } from '@mantine/core'
import { previewSettlement, type SettlementPreview } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { useState } from 'react'
import { useApiQuery } from '../../api/query.ts'
import { explained } from '../../explain/explain.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Region } from '../../parts/states/Region.tsx'
import type { Explanation } from '../../parts/why/explanation.ts'
import { Figure } from '../../parts/why/Figure.tsx'
import { ticker } from '../../time/ticker.ts'
import css from './living.module.css'
import { type SettlementRow, settlementRows } from './settlement-rows.ts'
import { unearnedExplanation } from './unearned.ts'

type Props = { client: string; contract: string; number: string; zone: string }

/** Clause 4: what ending today would settle, by the ground chosen. */
export function IfEnded({ client, contract, number, zone }: Props) {
  const { t } = useTranslation('contracts')
  const preview = useApiQuery(previewSettlement, { params: { client, contract } })
  return (
    <Region query={preview} failed={t('failed.settlement')} safe={t('failed.settlementSafe')} shape="lines" count={4}>
      {({ value }) => <Settlement preview={value} facts={{ contract, number, zone }} />}
    </Region>
  )
}

function Settlement({
  preview,
  facts,
}: {
  preview: SettlementPreview
  facts: { contract: string; number: string; zone: string }
}) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const [ground, setGround] = useState(preview.byGround[0]?.ground ?? 'client')
  const chosen = preview.byGround.find(one => one.ground === ground)
  if (!chosen) return null
  const { currency } = preview
  const asOf = { instant: new Date(ticker.now()).toISOString(), zone: facts.zone }
  const about = { currency, asOf, contract: { id: facts.contract, label: facts.number } }
  const money = (minor: number): string => formatMoney({ currency, minor }, language)
  const net = chosen.netToClientMinor
  const reasons: Record<SettlementRow['row'], Explanation | undefined> = {
    refund: chosen.refundMinor === preview.unearnedMinor ? unearnedExplanation(preview, about) : undefined,
    penalty: preview.penaltyExplanation && explained(preview.penaltyExplanation, about),
    setOff: undefined,
  }
  return (
    <div className={css.ended}>
      <div className={css.endedHead}>
        <span>{t('ended.today')}</span>
        <Select
          size="xs"
          aria-label={t('ended.ground')}
          allowDeselect={false}
          comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
          value={ground}
          data={preview.byGround.map(one => ({ value: one.ground, label: t(`ground.${one.ground}`) }))}
          onChange={next => setGround(next as typeof ground)}
        />
      </div>
      <dl>
        {settlementRows(chosen).map(({ row, minor }) => {
          const reason = reasons[row]
          return (
            <div key={row}>
              <dt>{t(`ended.${row}`)}</dt>
              <dd>
                {reason && minor !== 0 ? (
                  <Figure id={`settlement-${row}`} explanation={reason}>
                    {money(minor)}
                  </Figure>
                ) : (
                  money(minor)
                )}
              </dd>
            </div>
          )
        })}
        <div className={css.net}>
          <dt>{t(net < 0 ? 'ended.clientPays' : 'ended.providerPays')}</dt>
          <dd>
            {chosen.explanation ? (
              <Figure id={`settlement-net-${ground}`} explanation={explained(chosen.explanation, about)}>
                {money(Math.abs(net))}
              </Figure>
            ) : (
              money(Math.abs(net))
            )}
          </dd>
        </div>
      </dl>
    </div>
  )
}
