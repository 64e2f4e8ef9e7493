import type { ClauseOutcome } from '@pactdesk/domain/outsourcing/contract/living'
import type { Clause } from '@pactdesk/domain/outsourcing/contract/template/fill'
import { Fragment, type ReactNode } from 'react'
import { inLanguage } from '../../format/language.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import css from './living.module.css'
import { StateNode } from './StateMark.tsx'
import type { ContractSection } from './sections.ts'

type Props = {
  sections: readonly ContractSection[]
  outcomes: readonly ClauseOutcome[]
  /** What stands right of a clause. */
  tell?: (outcome: ClauseOutcome) => ReactNode
  /** Under a clause, such as the fee table of 1(1). */
  below?: (clause: Clause) => ReactNode
  marked?: ReadonlySet<string> | undefined
}

/** The signed words whole, clause by clause, and across the spine what came of each. */
export function Clauses({ sections, outcomes, tell, below, marked }: Props) {
  const language = useLanguage()
  const found = new Map(outcomes.map(outcome => [outcome.no, outcome]))
  const row = (clause: Clause, head: boolean) => {
    const outcome = found.get(clause.no)
    return (
      <div
        className={`${css.row} ${css.clauseRow}`}
        id={head ? undefined : `clause-${clause.no}`}
        data-marked={marked?.has(clause.no) || undefined}
      >
        <div className={css.signed}>
          {clause.text && (
            <>
              <span className={css.no}>{clause.no}</span>
              <div>
                <p className="signed">{inLanguage(clause.text, language)}</p>
                {below?.(clause)}
              </div>
            </>
          )}
        </div>
        <div className={css.outcome}>
          {outcome && <StateNode state={outcome.state} />}
          {outcome && tell?.(outcome)}
        </div>
      </div>
    )
  }
  return (
    <>
      {sections.map(({ head, clauses }) => (
        <section key={head.no} aria-labelledby={`clause-${head.no}`}>
          <div className={`${css.row} ${css.headRow}`}>
            <div className={css.signed}>
              <span className={css.no}>{head.no}</span>
              <h2 id={`clause-${head.no}`}>{head.title && inLanguage(head.title, language)}</h2>
            </div>
            <div className={css.outcome} />
          </div>
          {head.text && row(head, true)}
          {clauses.map(clause => (
            <Fragment key={clause.no}>
              {clause.title && (
                <div className={`${css.row} ${css.subRow}`}>
                  <div className={css.signed}>
                    <span className={css.no}>{clause.text ? '' : clause.no}</span>
                    <h3>{inLanguage(clause.title, language)}</h3>
                  </div>
                  <div className={css.outcome} />
                </div>
              )}
              {clause.text && row(clause, false)}
            </Fragment>
          ))}
        </section>
      ))}
    </>
  )
}
