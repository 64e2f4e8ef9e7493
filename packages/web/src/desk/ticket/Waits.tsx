import { Button } from '@mantine/core'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { IconGavel } from '@tabler/icons-react'
import { formatDateTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Contests } from '../../ticket/Contests.tsx'
import type { DialogName } from './dialogs/dialog.ts'
import css from './ticket.module.css'

type Props = { ticket: TicketView; zone: string; onAsk: (dialog: DialogName) => void }

/** For whom it waits and why, whether a clock stands still meanwhile, and what the client says against it. */
export function Waits({ ticket, zone, onAsk }: Props) {
  const { t } = useTranslation('desk')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const { waiting, contests = [], actions } = ticket
  if (!waiting && contests.length === 0) return null
  return (
    <section className={css.section}>
      <h3>{waiting ? t('waits.title', { whom: part(`waitsFor.${waiting.on}`) }) : t('waits.contests')}</h3>
      {waiting && (
        <>
          <p>
            {waiting.reason}
            {waiting.whom && ` (${waiting.whom})`}
          </p>
          <p className={css.quiet}>
            {t(waiting.pauses ? 'waits.paused' : 'waits.runs', {
              who: waiting.by.name,
              when: formatDateTime(waiting.since, zone, language),
            })}
          </p>
        </>
      )}
      {contests.length > 0 && <Contests contests={contests} zone={zone} />}
      {actions.includes('decide-pause') && (
        <div className={css.row}>
          <Button variant="filled" leftSection={<IconGavel size={15} stroke={1.6} />} onClick={() => onAsk('pause')}>
            {t('pause.title')}
          </Button>
        </div>
      )}
    </section>
  )
}
