import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/zh-cn'
import { DateInput } from '@mantine/dates'
import type { ReactNode } from 'react'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'

type Props = {
  label: ReactNode
  /** Local date `YYYY-MM-DD`. */
  value: string | undefined
  onChange: (date: string | undefined) => void
  min?: string
  max?: string
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  description?: ReactNode
}

/** A local date, typed or picked; weeks begin on Monday. */
export function DateField({ value, onChange, min, max, error, required, disabled, label, description }: Props) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  return (
    <DateInput
      label={label}
      description={description}
      value={value ?? null}
      onChange={date => onChange(date ?? undefined)}
      locale={language === 'en' ? 'en' : 'zh-cn'}
      valueFormat={language === 'en' ? 'ddd D MMM YYYY' : 'YYYY年M月D日 ddd'}
      dateParser={text => (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text.trim()) ? text.trim() : null)}
      minDate={min}
      maxDate={max}
      error={error}
      required={required ?? false}
      disabled={disabled ?? false}
      clearable={!required}
      clearButtonProps={{ 'aria-label': t('date.clear') }}
    />
  )
}
