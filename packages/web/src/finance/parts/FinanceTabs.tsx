import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from '../../i18n/i18n.ts'
import { exists, type ScreenName } from '../../screens.ts'
import css from './finance.module.css'

const entries = [
  ['close', '/finance/close', 'finance/MonthClose'],
  ['invoices', '/finance/invoices', 'finance/Invoices'],
  ['bank', '/finance/bank', 'finance/Bank'],
  ['ledger', '/finance/ledger', 'finance/Ledger'],
  ['contracts', '/finance/contracts', 'finance/Contracts'],
] as const satisfies readonly (readonly [string, string, ScreenName])[]

/** The pages of the finance section. */
export function FinanceTabs() {
  const { t } = useTranslation('finance')
  const { pathname } = useLocation()
  return (
    <nav className={css.tabs} aria-label={t('nav.label')}>
      {entries
        .filter(([, , screen]) => exists(screen))
        .map(([word, to]) => (
          <Link key={word} to={to} aria-current={pathname.startsWith(to) ? 'page' : undefined}>
            {t(`nav.${word}`)}
          </Link>
        ))}
    </nav>
  )
}
