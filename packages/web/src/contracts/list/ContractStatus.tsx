import type { ContractRow } from '@pactdesk/domain/outsourcing/contract/views'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleOff,
  IconFileText,
  IconFlag,
  IconPencil,
  IconSignature,
} from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import { Tag, type Tone } from '../../parts/marks/Tag.tsx'

type Status = ContractRow['status']

const looks: Record<Status, readonly [tone: Tone, icon: typeof IconPencil]> = {
  draft: ['quiet', IconPencil],
  discarded: ['quiet', IconCircleOff],
  offered: ['accent', IconFileText],
  'signed-by-provider': ['accent', IconSignature],
  active: ['good', IconCircleCheck],
  ended: ['quiet', IconFlag],
}

export function ContractStatus({ status }: { status: Status }) {
  const { t } = useTranslation('contracts')
  const [tone, icon] = looks[status]
  return (
    <Tag tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </Tag>
  )
}

const urgent: readonly ContractRow['need'][] = ['activation', 'settlement', 'renewal']

/** What somebody has to do, and who; nothing where a contract runs by itself. */
export function ContractNeedTag({ need }: { need: ContractRow['need'] }) {
  const { t } = useTranslation('contracts')
  if (need === 'none' || need === 'nothing-more') return null
  return (
    <Tag tone={urgent.includes(need) ? 'warn' : 'accent'} {...(urgent.includes(need) && { icon: IconAlertTriangle })}>
      {t(`need.${need}`)}
    </Tag>
  )
}
