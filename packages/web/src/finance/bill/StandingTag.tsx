import { IconCalendarDue, IconCircleCheck, IconProgress } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { daysFrom, type Standing, tones } from './figures.ts'

type Props = {
  standing: Standing
  dueOn?: string | undefined
  today: string
  paidMinor?: number | undefined
  /** In the portal an overdue bill is told calmly. */
  calm?: boolean
}

/** How a bill stands, in words and shape before colour; overdue says for how long. */
export function StandingTag({ standing, dueOn, today, paidMinor, calm }: Props) {
  const { t } = useTranslation('finance')
  const late = standing === 'overdue' && dueOn ? daysFrom(dueOn, today) : 0
  const icon = standing === 'paid' ? IconCircleCheck : standing === 'overdue' ? IconCalendarDue : IconProgress
  const words =
    late > 0
      ? (paidMinor ?? 0) > 0
        ? t('bill.partOverdue', { count: late })
        : t('bill.overdueDays', { count: late })
      : t(`bill.standing.${standing}`)
  return (
    <Tag tone={calm && standing === 'overdue' ? 'warn' : tones[standing]} icon={icon}>
      {words}
    </Tag>
  )
}
