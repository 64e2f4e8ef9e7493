import type { TimelineEntry } from '@pactdesk/domain/service-support/incident/timeline'
import {
  IconAlertTriangle,
  IconCalendarPlus,
  IconCheck,
  IconCircleDot,
  IconClock,
  IconFileDollar,
  IconGavel,
  IconLock,
  IconMapPin,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRefresh,
  IconScale,
  IconTool,
  IconUser,
} from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { formatWorked } from '../../format/duration.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Avatar } from '../../parts/marks/Avatar.tsx'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import { TimeText } from '../../parts/text/Text.tsx'
import { eventWords } from './event-words.ts'
import css from './story.module.css'

const icons: Record<string, typeof IconClock> = {
  'ticket-waiting': IconPlayerPauseFilled,
  'pause-contested': IconScale,
  'pause-decided': IconGavel,
  'ticket-resumed': IconPlayerPlayFilled,
  'ticket-resolved': IconCheck,
  'ticket-closed': IconCheck,
  'ticket-reopened': IconRefresh,
  'ticket-assigned': IconUser,
  'severity-stated': IconAlertTriangle,
  'on-site-requested': IconCalendarPlus,
  arrived: IconMapPin,
  'scope-decided': IconScale,
  'contract-chosen': IconScale,
  'quote-asked': IconFileDollar,
  'quote-answered': IconFileDollar,
  'work-recorded': IconTool,
  'clocks-advanced': IconClock,
}

type Props = { entry: TimelineEntry; zone: string; portal?: boolean | undefined }

/** A line of the story: words in a card, an internal note in amber with a lock, an event beside the line. */
export function Entry(props: Props) {
  return props.entry.kind === 'event' ? <Event {...props} /> : <Words {...props} />
}

function Words({ entry, zone }: Props) {
  const { t } = useTranslation('ticket')
  const language = useLanguage()
  const note = entry.kind === 'note'
  const { by, minutes, text } = entry
  const what = note ? t('said.note') : saidAs(entry, t)
  return (
    <li className={css.talk} data-note={note || undefined} data-side={by.kind}>
      <Avatar name={by.name} size={28} />
      <article className={css.card}>
        <header>
          <b>{by.name}</b>
          <span className={css.meta}>
            {note && <IconLock size={13} stroke={1.8} aria-hidden />}
            {[what, minutes !== undefined && t('said.worked', { time: formatWorked(minutes, language) })]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span className={css.when}>
            <TimeText instant={entry.at} zone={zone} style="dated" />
          </span>
        </header>
        {text === null ? <p className={css.erased}>{t('said.erased')}</p> : <p className={css.text}>{text}</p>}
        <Clocks entry={entry} />
      </article>
    </li>
  )
}

/** What the words were: a request with its way, a solution, evidence; an answer needs no word. */
function saidAs({ type, data }: TimelineEntry, t: TFunction<'ticket'>): string {
  if (type === 'ticket-opened') return t('said.opened', { channel: t(`channel.${data.channel as 'portal'}`) })
  if (type === 'ticket-resolved') return t('said.solution')
  if (type === 'duty-breach-recorded') return t('said.duty')
  return ''
}

function Event({ entry, zone, portal }: Props) {
  const { t } = useTranslation('ticket')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const Shape = icons[entry.type] ?? IconCircleDot
  return (
    <li className={css.event}>
      <Shape size={16} stroke={1.6} aria-hidden />
      <span>
        {eventWords(entry, { t, part, language, zone, portal: portal ?? false })} <Clocks entry={entry} />
      </span>
      <span className={css.when}>
        <TimeText instant={entry.at} zone={zone} style="dated" />
      </span>
    </li>
  )
}

const told = ['pause', 'resume', 'stop', 'cancel', 'strike'] as const

/** What this did to clocks, each kind once, with the clause that allows it. */
function Clocks({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('ticket')
  const marks = told.filter(did => entry.clocks.some(mark => mark.did === did))
  const started = entry.clocks.filter(mark => mark.did === 'start' || mark.did === 'reopen')
  if (marks.length === 0 && started.length === 0) return null
  const clauses = [...new Set(entry.clocks.flatMap(({ clause }) => clause ?? []))]
  return (
    <span className={css.clocks}>
      {[...(started.length > 0 ? [t('clockDid.start')] : []), ...marks.map(did => t(`clockDid.${did}`))].join(' · ')}
      {clauses.map(clause => (
        <ClauseTag key={clause} clause={clause} />
      ))}
    </span>
  )
}
