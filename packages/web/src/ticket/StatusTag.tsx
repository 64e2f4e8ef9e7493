import type { TicketStatus } from '@pactdesk/domain/service-support/incident/states'
import { IconArchive, IconCheck, IconPlayerPauseFilled, IconProgress, IconSparkles } from '@tabler/icons-react'
import { useTranslation } from '../i18n/i18n.ts'
import { Tag, type Tone } from '../parts/marks/Tag.tsx'

const looks: Record<TicketStatus, { tone: Tone; icon: typeof IconCheck }> = {
  new: { tone: 'accent', icon: IconSparkles },
  'in-progress': { tone: 'accent', icon: IconProgress },
  waiting: { tone: 'warn', icon: IconPlayerPauseFilled },
  resolved: { tone: 'good', icon: IconCheck },
  closed: { tone: 'quiet', icon: IconArchive },
}

/** Where a ticket stands, in the desk's words. */
export function StatusTag({ status }: { status: TicketStatus }) {
  const { t } = useTranslation('ticket')
  const { tone, icon } = looks[status]
  return (
    <Tag tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </Tag>
  )
}
