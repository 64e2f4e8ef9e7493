import type { DraftTerms } from '@pactdesk/domain/outsourcing/contract/draft-terms'
import type { ContractText } from '@pactdesk/domain/outsourcing/contract/template/fill'
import { Fragment } from 'react'
import type { Language } from '../../format/language.ts'
import { inLanguage } from '../../format/language.ts'
import { FeeTable } from './FeeTable.tsx'
import css from './text.module.css'

type Props = {
  text: ContractText
  terms?: Pick<DraftTerms, 'feeLines' | 'currency'> | undefined
  languages: readonly Language[]
  /** Clauses to mark, such as those that differ from another version. */
  marked?: ReadonlySet<string> | undefined
}

/** The contract as it will be printed, in one language or in both side by side; what is not agreed isn't printed. */
export function ContractWords({ text, terms, languages, marked }: Props) {
  const columns = { gridTemplateColumns: `52px repeat(${languages.length}, minmax(0, 1fr))` }
  const both = (words: { zh: string; en: string }) =>
    languages.map(language => (
      <p key={language} lang={language} className="signed">
        {inLanguage(words, language)}
      </p>
    ))
  return (
    <article className={css.words}>
      <header className={css.title} style={{ gridTemplateColumns: columns.gridTemplateColumns.replace('52px ', '') }}>
        {languages.map(language => (
          <h3 key={language} lang={language} className="signed">
            {inLanguage(text.name, language)}
          </h3>
        ))}
        {both(text.preamble)}
      </header>
      {text.clauses
        .filter(({ agreed }) => agreed)
        .map(({ no, level, title, text: words }) => (
          <Fragment key={no}>
            {title && (
              <div className={css.row} style={columns} data-level={level}>
                <span className={css.no}>{no}</span>
                {languages.map(language => (
                  <h4 key={language} lang={language}>
                    {inLanguage(title, language)}
                  </h4>
                ))}
              </div>
            )}
            {words && (
              <div className={css.row} style={columns} data-level={level} data-marked={marked?.has(no) || undefined}>
                <span className={css.no}>{title ? '' : no}</span>
                {both(words)}
              </div>
            )}
            {no === '1(1)' && terms && (
              <div className={css.fees}>
                <FeeTable terms={terms} language={languages[0] ?? 'zh-CN'} />
              </div>
            )}
          </Fragment>
        ))}
      <footer className={css.title} style={{ gridTemplateColumns: columns.gridTemplateColumns.replace('52px ', '') }}>
        {both(text.closing)}
      </footer>
    </article>
  )
}
