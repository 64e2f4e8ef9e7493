import type { DraftTerms } from '@pactdesk/domain/outsourcing/contract/draft-terms'
import type { Language } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { formatRate } from '../../format/number.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './text.module.css'

type Props = { terms: Pick<DraftTerms, 'feeLines' | 'currency'>; language: Language }

/** The table that clause 1(1) speaks of: items, quantities, prices including tax. */
export function FeeTable({ terms: { feeLines, currency }, language }: Props) {
  const { t } = useTranslation('contracts')
  const total = { currency, minor: feeLines.reduce((sum, { gross }) => sum + gross.minor, 0) }
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('fee.item')}</th>
          <th scope="col">{t('fee.quantity')}</th>
          <th scope="col">{t('fee.unit')}</th>
          <th scope="col">{t('fee.tax')}</th>
          <th scope="col">{t('fee.amount', { currency })}</th>
        </tr>
      </thead>
      <tbody>
        {feeLines.map(({ line, item, quantity, unitGross, taxRate, gross }) => (
          <tr key={line}>
            <td>{item}</td>
            <td>{quantity ?? ''}</td>
            <td>{unitGross && formatMoney(unitGross, language, 'none')}</td>
            <td>{taxRate && formatRate(taxRate, language)}</td>
            <td>{formatMoney(gross, language, 'none')}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3}>{t('fee.total')}</td>
          <td />
          <td>{formatMoney(total, language, 'none')}</td>
        </tr>
      </tfoot>
    </table>
  )
}
