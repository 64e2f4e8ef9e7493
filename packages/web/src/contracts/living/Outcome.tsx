import type { ClauseOutcome } from '@pactdesk/domain/outsourcing/contract/living'
import { Link } from '@tanstack/react-router'
import { useWho } from '../../auth/who.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { IfEnded } from './IfEnded.tsx'
import { LineText } from './LineText.tsx'
import css from './living.module.css'
import { openingOf } from './opens.ts'
import type { LivingPlace } from './place.ts'
import { Spread } from './Spread.tsx'
import { VisitStrip } from './VisitStrip.tsx'

/** Right of the spine: what the system has done about one clause. */
export function Outcome({ outcome, place }: { outcome: ClauseOutcome; place: LivingPlace }) {
  const { t } = useTranslation('contracts')
  const { roles } = useWho()
  const [first] = outcome.lines
  const opening = first && openingOf(first, { ...place, roles })
  // Before its first day nothing can be settled yet.
  const mayAsk = place.begun && (place.portal || roles.some(role => ['finance', 'admin', 'account-manager'].includes(role)))
  const next = first?.params.on
  const strong = outcome.state !== 'idle' && outcome.no !== '1(2)'
  return (
    <>
      <div className={css.told}>
        {outcome.lines.map(line =>
          line.code === 'ending.if-ended-today' && mayAsk ? (
            <IfEnded key={line.code} client={place.client} contract={place.contract} number={place.number} zone={place.zone} />
          ) : (
            <LineText key={line.code} line={line} strong={strong} />
          ),
        )}
        {outcome.months && outcome.months.length > 0 && (
          <VisitStrip months={outcome.months} next={typeof next === 'string' ? next : undefined} />
        )}
        {outcome.spread && <Spread {...outcome.spread} />}
      </div>
      {opening && (
        <Link className={css.opens} to={opening.to} {...(opening.search && { search: opening.search as never })}>
          {opening.word === 'bill' && first?.params.number ? String(first.params.number) : t(`opens.${opening.word}`)}
          <span className="hidden-text">{t('opens.clause', { clause: outcome.no })}</span>
        </Link>
      )}
    </>
  )
}
