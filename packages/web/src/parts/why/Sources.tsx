import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { type Explanation, writeValue } from './explanation.ts'
import css from './why.module.css'

/** What the figure rests on, each opening where it lives, with their sum where it has one. */
export function Sources({ columns, items, sum }: NonNullable<Explanation['sources']>) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  if (items.length === 0) return <p style={{ margin: '12px 0', color: 'var(--text-3)' }}>{t('why.noSources')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={css.scroll} aria-label={t('why.sources')} tabIndex={0}>
      <table className={css.sources}>
        <thead>
          <tr>
            <th scope="col">{t('why.sources')}</th>
            {columns.map(column => (
              <th scope="col" key={inLanguage(column, language)}>
                {inLanguage(column, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, label, href, cells }) => (
            <tr key={id}>
              <td>{href ? <a href={href}>{inLanguage(label, language)}</a> : inLanguage(label, language)}</td>
              {cells.map((cell, at) => (
                <td key={`${id}${inLanguage(columns[at] ?? '', language)}`}>{writeValue(cell, language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        {sum && (
          <tfoot>
            <tr>
              <td>{`Σ ${items.length}`}</td>
              {sum.map((cell, at) => (
                <td key={inLanguage(columns[at] ?? '', language)}>{writeValue(cell, language)}</td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}
