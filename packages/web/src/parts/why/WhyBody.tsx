import { formatDateTime } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../marks/ClauseTag.tsx'
import { Equation } from './Equation.tsx'
import { type Explanation, writeValue } from './explanation.ts'
import { Sources } from './Sources.tsx'
import css from './why.module.css'

/** The whole answer: equation, clause in its own words, inputs, sources, rounding, as of. */
export function WhyBody({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  const { equation, clause, rows, rounding, sources, asOf } = explanation
  return (
    <>
      {equation.length > 0 && <Equation terms={equation} />}
      <dl>
        {clause && (
          <div className={css.row}>
            <dt>{t('why.clause')}</dt>
            <dd>
              {clause.quote && <p className="signed">{`“${inLanguage(clause.quote, language)}”`}</p>}
              <ClauseTag clause={clause.number} {...(clause.contract && { contract: clause.contract.id })} />
              {clause.contract && <span style={{ color: 'var(--text-3)' }}> {clause.contract.label}</span>}
            </dd>
          </div>
        )}
        {rows.map((row, at) => (
          <div className={css.row} key={`${at}${inLanguage(row.label, language)}`}>
            <dt>{inLanguage(row.label, language)}</dt>
            <dd>
              {inLanguage(row.text, language)}
              {row.note && <small>{inLanguage(row.note, language)}</small>}
            </dd>
            {row.value && <dd>{writeValue(row.value, language)}</dd>}
          </div>
        ))}
      </dl>
      {sources && <Sources {...sources} />}
      <dl>
        {rounding && (
          <div className={css.row}>
            <dt>{t('why.rounding')}</dt>
            <dd>{t('why.exact', { exact: rounding.exact, rule: inLanguage(rounding.rule, language) })}</dd>
          </div>
        )}
      </dl>
      <p style={{ marginTop: 12, color: 'var(--text-3)' }}>
        {t('why.asOf', { time: formatDateTime(asOf.instant, asOf.zone, language, 'full') })}
      </p>
    </>
  )
}
