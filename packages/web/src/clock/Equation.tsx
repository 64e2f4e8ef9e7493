import type { ClockExplanation } from '@pactdesk/domain/service-delivery/service-level/explain'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import css from './clock.module.css'
import { formatSpan } from './span.ts'

const kinds = ['counted', 'paused', 'holiday', 'outside'] as const

/** Wall time since it began = counted + paused + holiday + outside. Terms of nothing stay, so that the shape is always the same. */
export function ClockEquation({ equation }: { equation: ClockExplanation['equation'] }) {
  const { t } = useTranslation('clock')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  return (
    <div className={css.equation}>
      <dl>
        <dt>{t('sinceOpened')}</dt>
        <dd>{formatSpan(equation.wall, language, true)}</dd>
      </dl>
      {kinds.map((kind, at) => (
        <span className={css.pair} key={kind}>
          <span className={css.operator}>{at === 0 ? '=' : '+'}</span>
          <dl data-kind={kind}>
            <dt>
              <span className={`${css.swatch} ${css[kind]}`} aria-hidden="true" />
              {part(`band.${kind}`)}
            </dt>
            <dd>{formatSpan(equation[kind], language, kind === 'holiday')}</dd>
          </dl>
        </span>
      ))}
    </div>
  )
}
