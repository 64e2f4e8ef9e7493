import { useId } from 'react'
import css from './form.module.css'

type Props<Value extends string> = {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value | undefined
  onChange: (value: Value) => void
}

/** A few answers side by side, one of them chosen: quicker than a list that has to be opened. */
export function Choice<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  const id = useId()
  return (
    <div>
      <span className={css.label} id={id}>
        {label}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and a form's look */}
      <div className={css.choice} role="group" aria-labelledby={id}>
        {options.map(option => (
          <button type="button" key={option.value} aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
            {option.label}
          </button>
        ))}
      </div>
    </div>
  )
}
