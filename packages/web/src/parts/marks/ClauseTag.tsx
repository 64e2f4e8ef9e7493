import { Link } from '@tanstack/react-router'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './marks.module.css'

type Props = {
  /** `2(3)`, `1(3)`, optionally with words: `SLA P2`. */
  clause: string
  /** Contract id: the tag then leads to the clause in the living contract. */
  contract?: string
  /** In the client's portal the contract has an address of its own. */
  portal?: boolean
}

/** A clause of the contract. It stands wherever something happens because of it. */
export function ClauseTag({ clause, contract, portal }: Props) {
  const { t } = useTranslation('parts')
  if (!contract)
    return (
      <span className={`${css.tag} ${css.clause}`} title={t('clause.label', { clause })}>
        {clause}
      </span>
    )
  const place = portal ? { to: '/portal/contract' } : { to: '/contracts/$id', params: { id: contract } }
  return (
    <Link
      {...(place as { to: string })}
      hash={`clause-${clause}`}
      className={`${css.tag} ${css.clause}`}
      aria-label={t('clause.open', { clause })}
    >
      {clause}
    </Link>
  )
}
