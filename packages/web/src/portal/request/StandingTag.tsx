import {
  IconCheck,
  IconCircleCheck,
  IconClockPause,
  IconFileDollar,
  IconInbox,
  IconMessageReply,
  IconProgress,
} from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { type Standing, toneOf } from './standing.ts'

const icons: Record<Standing, typeof IconCheck> = {
  received: IconInbox,
  working: IconProgress,
  'your-turn': IconMessageReply,
  waiting: IconClockPause,
  approve: IconFileDollar,
  confirm: IconCircleCheck,
  done: IconCheck,
}

export function StandingTag({ standing }: { standing: Standing }) {
  const { t } = useTranslation('portal')
  return (
    <Tag tone={toneOf[standing]} icon={icons[standing]}>
      {t(`standing.${standing}`)}
    </Tag>
  )
}
