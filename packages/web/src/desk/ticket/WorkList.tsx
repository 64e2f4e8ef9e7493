import { Button } from '@mantine/core'
import type { Money } from '@pactdesk/domain/kernel/money'
import type { TicketView, TicketWork } from '@pactdesk/domain/service-support/incident/views'
import { IconClockPlus, IconPackage } from '@tabler/icons-react'
import { useState } from 'react'
import { reasonOf } from '../../explain/sentence.ts'
import { formatDate } from '../../format/date.ts'
import { formatMinutes, formatWorked } from '../../format/duration.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { UnitStateChip } from '../../parts/marks/UnitStateChip.tsx'
import { MoneyText } from '../../parts/text/Text.tsx'
import type { DialogName } from './dialogs/dialog.ts'
import { PartFactsDialog } from './dialogs/WorkDialogs.tsx'
import css from './ticket.module.css'
import { costOf, minutesOf, stateOf } from './work-sums.ts'

type Props = { ticket: TicketView; zone: string; onAsk: (dialog: DialogName) => void }

/** Each unit of work with its one state and why; parts wait here for cost and receipt. */
export function WorkList({ ticket, zone, onAsk }: Props) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const [part, setPart] = useState<TicketWork>()
  const may = (action: string): boolean => ticket.actions.includes(action)
  const minutes = minutesOf(ticket.work)
  return (
    <section className={css.section}>
      <h3>
        {t('work.title')}
        <small>{minutes > 0 && formatMinutes(minutes, language)}</small>
      </h3>
      <ul className={css.work}>
        {ticket.work.map(entry => (
          <Unit key={entry.work} entry={entry} onComplete={may('add-part') ? () => setPart(entry) : undefined} />
        ))}
      </ul>
      {ticket.work.length === 0 && <p className={css.quiet}>{t('work.none')}</p>}
      <div className={css.row}>
        {may('log-work') && (
          <Button leftSection={<IconClockPlus size={15} stroke={1.6} />} onClick={() => onAsk('time')}>
            {t('work.time')}
          </Button>
        )}
        {may('add-part') && (
          <Button leftSection={<IconPackage size={15} stroke={1.6} />} onClick={() => onAsk('part')}>
            {t('work.part')}
          </Button>
        )}
      </div>
      {part?.item.kind === 'part' && (
        <PartFactsDialog
          ticket={ticket}
          zone={zone}
          work={part.work}
          name={part.item.name}
          onClose={() => setPart(undefined)}
          onDone={() => setPart(undefined)}
        />
      )}
    </section>
  )
}

function Unit({ entry: { item }, onComplete }: { entry: TicketWork; onComplete: (() => void) | undefined }) {
  const { t } = useTranslation('desk')
  const { t: word } = useTranslation('ticket')
  const language = useLanguage()
  const part = item.kind === 'part' ? item : undefined
  const reason = 'reason' in item.state ? item.state.reason : undefined
  const lacks = part && (!part.unitCost || !part.receipt)
  return (
    <li>
      <span className={css.unitHead}>
        <b>{part ? `${part.name} ×${part.quantity}` : word(`work.${item.kind}`)}</b>
        <span>{part ? <Cost money={costOf(part)} /> : 'minutes' in item ? formatWorked(item.minutes, language) : ''}</span>
      </span>
      <span className={css.unitFoot}>
        <UnitStateChip state={stateOf(item.state)} />
        <small>
          {formatDate(item.date, language, 'short')} · {item.who.name}
        </small>
        {lacks && onComplete && (
          <button type="button" className={css.link} onClick={onComplete}>
            {t(!part.unitCost ? 'work.addCost' : 'work.addReceipt')}
          </button>
        )}
      </span>
      {reason && <small className={css.quiet}>{inLanguage(reasonOf(reason, part?.unitCost?.currency ?? 'CNY'), language)}</small>}
    </li>
  )
}

const Cost = ({ money }: { money: Money | undefined }) => (money ? <MoneyText money={money} /> : '—')
