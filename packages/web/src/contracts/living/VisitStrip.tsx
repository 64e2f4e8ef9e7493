import type { VisitMonth } from '@pactdesk/domain/outsourcing/contract/living'
import { IconArrowForward, IconCheck, IconX } from '@tabler/icons-react'
import { formatMonth } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import css from './living.module.css'

const shapes = { done: IconCheck, moved: IconArrowForward, missed: IconX }

/** The months of the term with their visits: kept, moved, missed, or the day that is planned. */
export function VisitStrip({ months, next }: { months: readonly VisitMonth[]; next?: string | undefined }) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  return (
    <ol className={css.strip}>
      {months.map(({ month, state }, at) => {
        const Shape = state === 'planned' ? undefined : shapes[state]
        const isNext = state === 'planned' && next?.startsWith(month)
        return (
          // Two sites have a visit each in one month.
          <li key={`${month}-${months.slice(0, at).filter(one => one.month === month).length}`}>
            <span
              className={css.visit}
              data-visit={state}
              data-next={isNext || undefined}
              title={`${formatMonth(month, language)}: ${t(`visit.${state}`)}`}
            >
              {Shape ? <Shape size={12} stroke={2} aria-hidden /> : isNext && Number(next?.slice(8))}
              <span className="hidden-text">{`${formatMonth(month, language)}: ${t(`visit.${state}`)}`}</span>
            </span>
            <small aria-hidden="true">{language === 'en' ? formatMonth(month, 'en').slice(0, 1) : Number(month.slice(5))}</small>
          </li>
        )
      })}
    </ol>
  )
}
