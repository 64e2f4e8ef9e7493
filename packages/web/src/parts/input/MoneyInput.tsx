import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { formatMoney, type Money, parseMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'

type Props = {
  label: ReactNode
  currency: string
  value: Money | undefined
  onChange: (money: Money | undefined) => void
  allowNegative?: boolean
  error?: ReactNode
  disabled?: boolean
  required?: boolean
  description?: ReactNode
}

/** Reads an amount as people type it; keeps exactly what was typed until the field is left, then writes it properly. */
export function MoneyInput({ label, currency, value, onChange, allowNegative, error, disabled, required, description }: Props) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (value ? formatMoney(value, language, 'none') : '')
  const read = typed === undefined || typed.trim() === '' ? undefined : parseMoney(typed, currency)
  const own =
    typed?.trim() && !read ? t('money.invalid') : !allowNegative && read && read.minor < 0 ? t('money.negative') : undefined
  const type = (text: string): void => {
    setTyped(text)
    const money = text.trim() === '' ? undefined : parseMoney(text, currency)
    onChange(money && (allowNegative || money.minor >= 0) ? money : undefined)
  }
  return (
    <TextInput
      label={label}
      description={description}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={event => type(event.currentTarget.value)}
      onBlur={() => !own && setTyped(undefined)}
      error={own ?? error}
      disabled={disabled ?? false}
      required={required ?? false}
      rightSection={<span style={{ color: 'var(--text-3)', fontSize: 'var(--fs-12)' }}>{currency}</span>}
      rightSectionWidth={48}
      styles={{ input: { textAlign: 'right' } }}
    />
  )
}
