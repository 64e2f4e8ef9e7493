import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import { timeOf } from './time-text.ts'

type Props = {
  label: ReactNode
  /** `HH:MM`, empty while there is none. */
  value: string
  onChange: (time: string) => void
  required?: boolean
  error?: ReactNode
}

/**
 * A time of day, always by 24 hours: a browser's own field shows what its maker thinks of the machine's locale. A phone keeps its
 * wheel.
 */
export function TimeField({ label, value, onChange, required, error }: Props) {
  const { t } = useTranslation('parts')
  const [typed, setTyped] = useState<string>()
  const common = { label, required: required ?? false, autoComplete: 'off' }
  if (matchMedia('(pointer: coarse)').matches)
    return (
      <TextInput {...common} type="time" value={value} error={error} onChange={event => onChange(event.currentTarget.value)} />
    )
  const wrong = typed !== undefined && typed.trim() !== '' && timeOf(typed) === undefined
  return (
    <TextInput
      {...common}
      inputMode="numeric"
      placeholder="09:30"
      value={typed ?? value}
      error={wrong ? t('time.invalid') : error}
      onChange={event => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(timeOf(text) ?? '')
      }}
      onBlur={() => !wrong && setTyped(undefined)}
    />
  )
}
