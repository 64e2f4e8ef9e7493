import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './steps.module.css'

export type Step = { label: string; state: 'done' | 'current' | 'todo' }

/** Steps of a process that the system works through: done ticked, the current filled, the others numbered. */
export function ProgressSteps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('parts')
  return (
    <ol className={css.steps} aria-label={t('steps.label')}>
      {steps.map(({ label, state }, at) => (
        <li key={label} className={css[state]} aria-current={state === 'current' ? 'step' : undefined}>
          <span className={css.dot} aria-hidden="true">
            {state === 'done' ? <IconCheck size={13} stroke={2.2} /> : at + 1}
          </span>
          {label}
          <span className="hidden-text">{t(`steps.${state}`)}</span>
        </li>
      ))}
    </ol>
  )
}
