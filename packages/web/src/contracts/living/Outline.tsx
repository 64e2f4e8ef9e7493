import type { LivingContract } from '@pactdesk/domain/outsourcing/contract/living'
import type { ReactNode } from 'react'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useLineWords } from './LineText.tsx'
import css from './living.module.css'
import { StateShape } from './StateMark.tsx'
import type { ContractSection } from './sections.ts'

export const goToClause = (no: string): void => {
  const place = document.getElementById(`clause-${no}`)
  place?.scrollIntoView({ block: 'start' })
  place?.setAttribute('tabindex', '-1')
  place?.focus({ preventScroll: true })
}

type Props = { sections: readonly ContractSection[]; living: LivingContract | undefined; children?: ReactNode }

/** Left column: the seven headings with their states, what to watch, and what comes next. */
export function Outline({ sections, living, children }: Props) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const words = useLineWords()
  const watched = (living?.watch ?? []).flatMap(no => living?.clauses.find(clause => clause.no === no) ?? [])
  return (
    <div className={css.outline}>
      <nav aria-label={t('living.outline')}>
        <p>{t('living.outline')}</p>
        {sections.map(({ head, state }) => (
          <button key={head.no} type="button" onClick={() => goToClause(head.no)}>
            <span className={css.outlineNo}>{head.no}</span>
            <span>{head.title && inLanguage(head.title, language)}</span>
            {state && state !== 'idle' && <StateShape state={state} />}
          </button>
        ))}
      </nav>
      {watched.length > 0 && (
        <nav aria-label={t('living.watch', { count: watched.length })}>
          <p>{t('living.watch', { count: watched.length })}</p>
          {watched.map(({ no, lines }) => (
            <button key={no} type="button" onClick={() => goToClause(no)}>
              <span className={css.watchNo}>{no}</span>
              <span>{lines[0] && words(lines[0]).head}</span>
            </button>
          ))}
        </nav>
      )}
      {children}
    </div>
  )
}
