import type { SettlementPreview } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import type { ReactNode } from 'react'
import { explained } from '../../explain/explain.ts'
import { inLanguage } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Figure } from '../../parts/why/Figure.tsx'
import card from '../parts/finance.module.css'
import { directionOf, type Ground, groundName } from './grounds.ts'

type AsOf = { instant: string; zone: string }
type Props = { preview: SettlementPreview; asOf: AsOf; made?: Ground['ground'] }

/** What ending the contract settles by each ground of clause 4, with its working. */
export function Preview({ preview, asOf, made }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const { currency } = preview
  const money = (minor: number): string => formatMoney({ currency, minor }, language)
  const why = (id: string, explanation: SettlementPreview['earnedExplanation'], minor: number): ReactNode =>
    explanation ? (
      <Figure id={id} explanation={explained(explanation, { currency, asOf })}>
        {money(minor)}
      </Figure>
    ) : (
      money(minor)
    )
  return (
    <div className={card.stack}>
      <section className={`${card.card} ${card.pad}`}>
        <dl className={card.figures}>
          <Fact label={t('contracts.served')}>{t('contracts.servedOf', { days: preview.servedDays, of: preview.termDays })}</Fact>
          <Fact label={t('contracts.total')}>{money(preview.contractTotalMinor)}</Fact>
          <Fact label={t('contracts.earned')}>{why('earned', preview.earnedExplanation, preview.earnedMinor)}</Fact>
          <Fact label={t('contracts.unearned')}>{money(preview.unearnedMinor)}</Fact>
          <Fact label={t('contracts.penalty')}>{why('penalty', preview.penaltyExplanation, preview.penaltyMinor)}</Fact>
          <Fact label={t('contracts.openBills')}>{money(preview.openBillsMinor)}</Fact>
          <Fact label={t('contracts.left')}>{money(preview.contractLiabilityLeftMinor)}</Fact>
        </dl>
        {preview.creditNotes.map(({ bill, number, grossMinor, taxMinor }) => (
          <p key={bill} className={card.note}>
            {t('contracts.creditNotes')} · {t('contracts.creditNote', { number, gross: money(grossMinor), tax: money(taxMinor) })}
          </p>
        ))}
      </section>
      {preview.unbilledExtras && !made && (
        <p className={card.warn} role="note">
          {t('contracts.unbilled')}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={`${card.card} ${card.scroll}`} tabIndex={0} aria-label={t('contracts.ground')}>
        <table className={card.table}>
          <thead>
            <tr>
              <th scope="col">{t('contracts.ground')}</th>
              {(['refund', 'byProvider', 'byClient', 'setOff', 'netResult'] as const).map(key => (
                <th scope="col" className={card.num} key={key}>
                  {t(`contracts.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.byGround.map(row => (
              <tr key={row.ground} style={made === row.ground ? { background: 'var(--accent-tint)' } : undefined}>
                <th scope="row">{inLanguage(groundName(row.ground), language)}</th>
                <td className={card.num}>{money(row.refundMinor)}</td>
                <td className={card.num}>{dash(row.penaltyByProviderMinor, money)}</td>
                <td className={card.num}>{dash(-row.penaltyByClientMinor, money)}</td>
                <td className={card.num}>{dash(-row.setOffMinor, money)}</td>
                <td className={card.num}>
                  <strong>{why(`net-${row.ground}`, row.explanation, Math.abs(row.netToClientMinor))}</strong>
                  <br />
                  <span className={card.note}>{t(`contracts.direction.${directionOf(row)}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

const dash = (minor: number, money: (minor: number) => string): string => (minor === 0 ? '–' : money(minor))

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)
