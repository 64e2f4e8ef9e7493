import type { VisitRow } from '@pactdesk/domain/outsourcing/field-service/views'
import {
  IconCalendarCheck,
  IconCalendarQuestion,
  IconCar,
  IconCheck,
  IconDoorOff,
  IconMapPin,
  IconSignature,
  IconSignatureOff,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import { Tag, type Tone } from '../../parts/marks/Tag.tsx'

type Look = { tone: Tone; icon: typeof IconCheck }
const looks: Record<VisitRow['status'], Look> = {
  planned: { tone: 'warn', icon: IconCalendarQuestion },
  scheduled: { tone: 'quiet', icon: IconCalendarCheck },
  travelling: { tone: 'accent', icon: IconCar },
  'on-site': { tone: 'accent', icon: IconMapPin },
  finished: { tone: 'warn', icon: IconSignature },
  signed: { tone: 'good', icon: IconCheck },
  unsigned: { tone: 'bad', icon: IconSignatureOff },
  'no-access': { tone: 'bad', icon: IconDoorOff },
  cancelled: { tone: 'quiet', icon: IconX },
}

/** Where a visit stands, by shape and word; remote work that is finished waits for nobody's signature. */
export function VisitStatusTag({ visit }: { visit: Pick<VisitRow, 'status' | 'mode'> }) {
  const { t } = useTranslation('visits')
  const done = visit.status === 'finished' && visit.mode === 'remote'
  const { tone, icon } = looks[done ? 'signed' : visit.status]
  return (
    <Tag tone={tone} icon={icon}>
      {t(`status.${done ? 'done' : visit.status}`)}
    </Tag>
  )
}
