import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { formatDateRange } from '../format/date.ts'
import { formatMoney } from '../format/money.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import css from './sign.module.css'

/** The three facts that a signature is about. */
export function Facts({ contract }: { contract: ContractView }) {
  const { t } = useTranslation('portal-contract')
  const language = useLanguage()
  const { total, firstDay, lastDay, terms } = contract
  const { days = 0, dayKind } = terms.paymentDue ?? {}
  return (
    <dl className={css.facts}>
      <div>
        <dt>{t('fact.fee')}</dt>
        <dd>{formatMoney(total, language)}</dd>
      </div>
      <div>
        <dt>{t('fact.term')}</dt>
        <dd>{formatDateRange(firstDay, lastDay, language)}</dd>
      </div>
      <div>
        <dt>{t('fact.payment')}</dt>
        <dd>{t(dayKind === 'working' ? 'fact.workingDays' : 'fact.days', { count: days })}</dd>
      </div>
    </dl>
  )
}
