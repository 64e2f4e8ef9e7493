import { NumberInput, Switch, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './draft.module.css'
import type { Count } from './form.ts'

type CountProps = {
  label: ReactNode
  value: Count
  onChange: (count: Count) => void
  unit?: string
  min?: number
  max?: number
  error?: string | undefined
  disabled?: boolean
  required?: boolean
}

/** A whole number with its unit; empty is not 0. */
export function CountField({ label, value, onChange, unit, min = 1, max, error, disabled, required }: CountProps) {
  return (
    <NumberInput
      label={label}
      value={value ?? ''}
      onChange={next => onChange(typeof next === 'number' ? next : undefined)}
      allowDecimal={false}
      allowNegative={false}
      min={min}
      max={max}
      clampBehavior="none"
      error={error}
      disabled={disabled}
      required={required}
      hideControls
      {...(unit && { rightSection: <span className={css.unit}>{unit}</span>, rightSectionWidth: 12 + unit.length * 9 })}
    />
  )
}

type PercentProps = { label: ReactNode; value: string; onChange: (percent: string) => void; error?: string | undefined }

/** A share, typed in per cent. */
export function PercentField({ label, value, onChange, error }: PercentProps) {
  return (
    <TextInput
      label={label}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      inputMode="decimal"
      error={error}
      rightSection={<span className={css.unit}>%</span>}
    />
  )
}

type TermProps = { label: string; clause?: string; on: boolean; onChange: (on: boolean) => void; children?: ReactNode }

/** An optional term: what is not switched on is no promise in this contract. */
export function TermSwitch({ label, clause, on, onChange, children }: TermProps) {
  return (
    <div className={css.term}>
      <Switch
        size="xs"
        checked={on}
        onChange={event => onChange(event.currentTarget.checked)}
        label={clause ? `${clause} ${label}` : label}
      />
      {on && children && <div className={css.grid}>{children}</div>}
    </div>
  )
}
