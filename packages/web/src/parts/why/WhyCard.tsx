import { formatTime } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../marks/ClauseTag.tsx'
import { type Explanation, writeValue } from './explanation.ts'
import css from './why.module.css'

/** The small answer: figure, terms, rounding, as of. `onOpen` leads to the whole one. */
export function WhyCard({ explanation, onOpen }: { explanation: Explanation; onOpen?: () => void }) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  const { title, value, equation, rounding, asOf } = explanation
  return (
    <div className={css.card}>
      <div className={`${css.line} ${css.head}`}>
        <span>{inLanguage(title, language)}</span>
        <span>{writeValue(value, language)}</span>
      </div>
      {equation
        .filter(term => !term.result)
        .map((term, at) => (
          <div className={css.line} key={`${at}${inLanguage(term.label, language)}`}>
            <span>
              {term.operator && `${term.operator} `}
              {inLanguage(term.label, language)} {term.clause && <ClauseTag clause={term.clause} />}
            </span>
            <span>{writeValue(term.value, language)}</span>
          </div>
        ))}
      {rounding && (
        <div className={css.line}>
          <span>{t('why.exact', { exact: rounding.exact, rule: inLanguage(rounding.rule, language) })}</span>
          <span>{writeValue(value, language)}</span>
        </div>
      )}
      <div className={`${css.line} ${css.foot}`}>
        {onOpen ? (
          <button type="button" className={css.link} onClick={onOpen}>
            {t('why.open')}
          </button>
        ) : (
          <span />
        )}
        <span>{t('why.asOf', { time: formatTime(asOf.instant, asOf.zone, language) })}</span>
      </div>
    </div>
  )
}
