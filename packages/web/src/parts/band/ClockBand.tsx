import { IconStarFilled } from '@tabler/icons-react'
import { formatDate, formatDateRange, formatTime } from '../../format/date.ts'
import { formatMinutes } from '../../format/duration.ts'
import type { Language } from '../../format/language.ts'
import { viewerZone, zoneName } from '../../format/zone.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import css from './band.module.css'
import { type BandInterval, type BandKind, type Block, blocksOf, positionIn, type Segment, sumsOf } from './band.ts'

type Props = {
  intervals: readonly BandInterval[]
  /** The contract's zone: it alone decides what counts. */
  zone: string
  /** The viewer's, for the lower row of hours; the device's unless given. */
  viewer?: string
  /** Instant up to which time has passed; absent for a finished clock. */
  now?: string
  dueAt?: string
}

/** A clock's life: solid counted, hatched paused, dotted holiday, grey outside, a star for 调休, hours in both zones. */
export function ClockBand({ intervals, zone, viewer = viewerZone(), now, dueAt }: Props) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  const blocks = blocksOf(intervals, zone)
  const sums = sumsOf(intervals)
  const kinds = Object.entries(sums) as [BandKind, number][]
  const spoken = kinds
    .filter(([, minutes]) => minutes > 0)
    .map(([kind, minutes]) => t('band.sum', { state: t(`band.${kind}`), time: formatMinutes(minutes, language, { days: true }) }))
  return (
    <figure>
      <section
        className={css.scroll}
        aria-label={t('band.label', { count: blocks.length })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        tabIndex={0}
      >
        <div className={css.band} role="img" aria-label={spoken.join('; ')}>
          {blocks.map(block => (
            <BandBlock key={block.firstDay} block={block} zone={zone} viewer={viewer} now={now} dueAt={dueAt} />
          ))}
        </div>
      </section>
      <figcaption className={css.note}>
        {viewer === zone
          ? t('band.zone', { zone: zoneName(zone, language) })
          : t('band.zones', { zone: zoneName(zone, language), viewer: zoneName(viewer, language) })}
      </figcaption>
    </figure>
  )
}

type BlockProps = { block: Block; zone: string; viewer: string; now: string | undefined; dueAt: string | undefined }

function BandBlock({ block, zone, viewer, now, dueAt }: BlockProps) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  const marks = [
    { word: t('band.now'), at: now, className: css.mark },
    { word: t('band.due'), at: dueAt, className: `${css.mark} ${css.due}` },
  ].flatMap(({ word, at, className }) => {
    const position = at === undefined ? undefined : positionIn(block, Date.parse(at))
    if (position === undefined) return []
    // A word at the edge of the band turns inwards.
    const edge = position > 0.9 ? 'end' : position < 0.1 ? 'start' : undefined
    return [{ word, className, edge, left: `${position * 100}%` }]
  })
  return (
    <div className={css.block} style={{ flex: `${block.weight} 1 0` }}>
      <span className={`${css.day} ${block.makeUp ? css.makeUp : ''}`}>
        {dayWords(block, language)}
        {block.makeUp && <IconStarFilled size={10} style={{ marginLeft: 4 }} />}
      </span>
      <div className={css.bar}>
        {block.segments.map(segment => (
          <span key={segment.from} className={`${css.segment} ${css[segment.kind]}`} style={{ flex: `${segment.width} 1 0` }}>
            <SegmentWords segment={segment} language={language} />
          </span>
        ))}
        {marks.map(({ word, className, edge, left }) => (
          <span key={word} className={className} style={{ left }} data-edge={edge}>
            <span>{word}</span>
          </span>
        ))}
      </div>
      <div className={css.hours}>
        {block.ticks.map(tick => {
          const at = new Date(tick.at).toISOString()
          return (
            <span key={tick.at} style={{ left: `${tick.position * 100}%` }}>
              {hour(formatTime(at, zone, language))}
              {viewer !== zone && <small>{hour(formatTime(at, viewer, language))}</small>}
            </span>
          )
        })}
      </div>
    </div>
  )
}

/** Full hours without minutes: `09`, else `11:25`. */
const hour = (time: string): string => (time.endsWith(':00') ? time.slice(0, 2) : time)

function dayWords({ firstDay, lastDay, name, kind }: Block, language: Language): string {
  const days =
    firstDay === lastDay ? formatDate(firstDay, language, 'day') : formatDateRange(firstDay, lastDay, language, 'short')
  return kind === 'holiday' && name ? `${days} ${name}` : days
}

/** Words only where they fit: the rest is told by the table beneath the band. */
function SegmentWords({ segment, language }: { segment: Segment; language: Language }) {
  const { kind, minutes, width } = segment
  if (kind === 'outside' || width < 0.14) return null
  return <span>{formatMinutes(minutes, language, { style: 'table', days: true })}</span>
}
