import { IconEraser, IconFileInvoice, IconHourglass, IconMessageReport, IconReceipt, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './marks.module.css'

/** The one state of a unit of work (source item) in the month's close. */
export type UnitState = 'waiting' | 'covered' | 'billable' | 'billed' | 'written-off' | 'disputed'

export const unitStates: readonly UnitState[] = ['waiting', 'covered', 'billable', 'billed', 'written-off', 'disputed']

export const unitIcons: Record<UnitState, typeof IconEraser> = {
  waiting: IconHourglass,
  covered: IconShieldCheck,
  billable: IconReceipt,
  billed: IconFileInvoice,
  'written-off': IconEraser,
  disputed: IconMessageReport,
}

export function UnitStateChip({ state }: { state: UnitState }) {
  const { t } = useTranslation('parts')
  const Icon = unitIcons[state]
  return (
    <span className={`${css.unit} ${css[state]}`}>
      <Icon size={14} stroke={1.8} aria-hidden />
      {t(`unit.${state}`)}
    </span>
  )
}
