import { ActionIcon, Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { formatDateRange } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import css from './week.module.css'
import { daysOf, weekBeside } from './week.ts'

type Props = { week: string; current: string; onChange: (week: string) => void }

/** A week by its dates, the ones beside it, and the way back to the current one. */
export function WeekPicker({ week, current, onChange }: Props) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const days = daysOf(week)
  return (
    <div className={css.picker}>
      <ActionIcon variant="subtle" size={30} aria-label={t('previous')} onClick={() => onChange(weekBeside(week, -1))}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <span aria-live="polite" className="tabular">
        {formatDateRange(days[0] ?? '', days[6] ?? '', language)}
        <small>{t('week', { week: Number(week.slice(6)) })}</small>
      </span>
      <ActionIcon variant="subtle" size={30} aria-label={t('next')} onClick={() => onChange(weekBeside(week, 1))}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      {week !== current && <Button onClick={() => onChange(current)}>{t('thisWeek')}</Button>}
    </div>
  )
}
