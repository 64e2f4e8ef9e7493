import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { IconShieldCheck, IconShieldHalf, IconShieldOff } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import css from './composer.module.css'

/** What the minutes will be, before they are sent: covered, by an accepted quote, or work that would begin before its quote. */
export function CoverageSaid({ ticket, working }: { ticket: TicketView; working: boolean }) {
  const { t } = useTranslation('desk')
  const { scope, quotes, contract } = ticket
  const accepted = quotes.some(({ state }) => state === 'accepted')
  if (scope.outcome === 'covered')
    return (
      <span className={css.said} data-tone="good" role="status">
        <IconShieldCheck size={15} stroke={1.6} aria-hidden /> {t('said.covered')}
        {scope.clause && (
          <ClauseTag clause={scope.clause} {...(contract?.outcome === 'chosen' && { contract: contract.contract })} />
        )}
      </span>
    )
  if (scope.outcome === 'undecided')
    return (
      <span className={css.said} data-tone="warn" role="status">
        <IconShieldHalf size={15} stroke={1.6} aria-hidden />{' '}
        {t(contract?.outcome === 'chosen' ? 'said.undecided' : 'said.noContract')}
      </span>
    )
  return (
    <span className={css.said} data-tone={accepted ? 'accent' : 'warn'} role="status">
      <IconShieldOff size={15} stroke={1.6} aria-hidden />{' '}
      {t(accepted ? 'said.quoted' : working ? 'said.beforeQuote' : 'said.quoteFirst')}
      {scope.clause && <ClauseTag clause={scope.clause} />}
    </span>
  )
}
