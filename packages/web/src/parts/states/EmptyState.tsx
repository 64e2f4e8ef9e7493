import { Button } from '@mantine/core'
import { IconCircleDashed, IconFilterOff, IconShieldCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './states.module.css'

type Props =
  /** Nothing to do, and what comes next. */
  | { kind: 'well'; title: string; children?: ReactNode }
  /** Filtered away: says how many there are without `filter`, and drops it. */
  | { kind: 'filtered'; children: ReactNode; filter: string; onDrop: () => void }
  /** Not begun: the first step, as a button. */
  | { kind: 'not-begun'; title: string; children?: ReactNode; action?: ReactNode }

/** The three reasons why a region is empty; they look different because they ask for different things. */
export function EmptyState(props: Props) {
  const { t } = useTranslation('parts')
  if (props.kind === 'filtered')
    return (
      <div className={`${css.panel} ${css.filtered}`}>
        <IconFilterOff size={20} stroke={1.6} aria-hidden />
        <p className={css.grow}>{props.children}</p>
        <Button onClick={props.onDrop}>{t('empty.dropFilter', { filter: props.filter })}</Button>
      </div>
    )
  const Shape = props.kind === 'well' ? IconShieldCheck : IconCircleDashed
  return (
    <div className={`${css.panel} ${css.well}`}>
      <Shape size={30} stroke={1.5} aria-hidden style={props.kind === 'well' ? undefined : { color: 'var(--text-3)' }} />
      <p className={css.title}>{props.title}</p>
      {props.children && <p>{props.children}</p>}
      {props.kind === 'not-begun' && props.action && <div className={css.row}>{props.action}</div>}
    </div>
  )
}
