import { inLanguage } from '../../format/language.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { type Term, writeValue } from './explanation.ts'
import css from './why.module.css'

/** Terms in a line with their operators, the result in the accent. */
export function Equation({ terms }: { terms: readonly Term[] }) {
  const language = useLanguage()
  return (
    <div className={css.equation}>
      {terms.map((term, at) => (
        <span className={css.pair} key={`${at}${inLanguage(term.label, language)}`}>
          {term.operator && <span className={css.operator}>{term.operator}</span>}
          <dl className={`${css.term} ${term.result ? css.result : ''}`}>
            <dt>{inLanguage(term.label, language)}</dt>
            <dd>{writeValue(term.value, language)}</dd>
          </dl>
        </span>
      ))}
    </div>
  )
}
