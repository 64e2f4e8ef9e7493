import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { IconShieldCheck, IconShieldHalf, IconShieldOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import { scopeReason } from '../../ticket/guard.ts'
import css from './ticket.module.css'

const looks = {
  covered: { icon: IconShieldCheck, tone: 'good' },
  'out-of-scope': { icon: IconShieldOff, tone: 'warn' },
  undecided: { icon: IconShieldHalf, tone: 'quiet' },
} as const

/** Under which clause of which contract the work is done, or that it is outside; said before anybody works. */
export function CoverageCard({ ticket, children }: { ticket: TicketView; children?: React.ReactNode }) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const { scope, contract } = ticket
  const chosen = contract?.outcome === 'chosen' ? contract : undefined
  const { icon: Shape, tone } = looks[scope.outcome]
  return (
    <section className={css.coverage}>
      <p className={css.coverageHead}>
        <Shape size={18} stroke={1.6} aria-hidden className={css[tone]} />
        <b>{t(`scope.${scope.outcome}`)}</b>
        {scope.clause && <ClauseTag clause={scope.clause} {...(chosen && { contract: chosen.contract })} />}
        {chosen && (
          <Link to="/contracts/$id" params={{ id: chosen.contract }} className={css.why}>
            {t('why')}
          </Link>
        )}
      </p>
      <p>
        {chosen
          ? t('scope.contract', { number: chosen.number, version: chosen.version })
          : contract?.outcome === 'ambiguous'
            ? t('scope.ambiguous')
            : t('scope.none')}
        {scope.reason !== 'guard.covered' && ` ${scopeReason(scope, language)}`}
      </p>
      {children}
    </section>
  )
}
