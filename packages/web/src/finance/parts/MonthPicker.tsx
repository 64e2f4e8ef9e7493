import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { formatMonth } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { monthBeside } from '../address.ts'
import css from './finance.module.css'

type Props = { month: string; onChange: (month: string) => void; latest?: string }

/** A month with the ones beside it; nothing after `latest`. */
export function MonthPicker({ month, onChange, latest }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  return (
    <fieldset className={css.month} aria-label={t('month')} style={{ border: 0, margin: 0, padding: 0 }}>
      <ActionIcon variant="subtle" aria-label={t('previousMonth')} onClick={() => onChange(monthBeside(month, -1))}>
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <span aria-live="polite">{formatMonth(month, language)}</span>
      <ActionIcon
        variant="subtle"
        aria-label={t('nextMonth')}
        disabled={latest !== undefined && month >= latest}
        onClick={() => onChange(monthBeside(month, 1))}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </fieldset>
  )
}
