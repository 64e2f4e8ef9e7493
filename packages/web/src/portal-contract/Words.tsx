import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { Fragment } from 'react'
import type { ContractSection } from '../contracts/living/sections.ts'
import { FeeTable } from '../contracts/text/FeeTable.tsx'
import { inLanguage } from '../format/language.ts'
import { useLanguage } from '../i18n/i18n.ts'
import css from './sign.module.css'

type Props = {
  contract: ContractView
  sections: readonly ContractSection[]
  endOf: (no: string) => (element: HTMLElement | null) => void
  changed: ReadonlySet<string>
}

const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九']

/** The words to be signed, with a mark at the end of each clause that tells when it was read. */
export function Words({ contract, sections, endOf, changed }: Props) {
  const language = useLanguage()
  return (
    <article className={css.words}>
      <p className="signed">{inLanguage(contract.preamble, language)}</p>
      {sections.map(({ head, clauses }) => (
        <section key={head.no}>
          <h2>
            {language === 'en' ? `${head.no}. ` : `${chinese[Number(head.no) - 1] ?? head.no}、`}
            {head.title && inLanguage(head.title, language)}
          </h2>
          {[head, ...clauses].map(clause => (
            <Fragment key={clause.no}>
              {clause.level > 0 && clause.title && <h3>{inLanguage(clause.title, language)}</h3>}
              {clause.text && (
                <div className={css.clause} id={`clause-${clause.no}`} data-changed={changed.has(clause.no) || undefined}>
                  <span>{clause.no}</span>
                  <div>
                    <p className="signed">
                      {inLanguage(clause.text, language)}
                      <i ref={endOf(clause.no)} className={css.end} aria-hidden="true" />
                    </p>
                    {clause.no === '1(1)' && <FeeTable terms={contract.terms} language={language} />}
                  </div>
                </div>
              )}
            </Fragment>
          ))}
        </section>
      ))}
      <p className="signed">{inLanguage(contract.closing, language)}</p>
    </article>
  )
}
