import type { ClauseState } from '@pactdesk/domain/outsourcing/contract/living'
import { IconAlertTriangle, IconCheck, IconClock, IconMinus } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './living.module.css'

const shapes = { done: IconCheck, watch: IconAlertTriangle, running: IconClock, idle: IconMinus }

/** Node on the spine: shape and colour say the state, its word is there for screen readers. */
export function StateNode({ state }: { state: ClauseState }) {
  const { t } = useTranslation('contracts')
  const Shape = shapes[state]
  return (
    <span className={css.node} data-state={state} title={t(`state.${state}`)}>
      <Shape size={12} stroke={2.4} aria-hidden />
      <span className="hidden-text">{t(`state.${state}`)}</span>
    </span>
  )
}

/** In the outline: a bare shape in the colour of its state. */
export function StateShape({ state }: { state: ClauseState }) {
  const { t } = useTranslation('contracts')
  const Shape = shapes[state]
  return (
    <span className={css.shape} data-state={state} title={t(`state.${state}`)}>
      <Shape size={16} stroke={1.8} aria-hidden />
      <span className="hidden-text">{t(`state.${state}`)}</span>
    </span>
  )
}
