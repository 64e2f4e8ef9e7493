import { type DateStyle, formatAgo, formatDate, formatDateTime, formatDay, formatTime } from '../../format/date.ts'
import type { Language } from '../../format/language.ts'
import type { Money, MoneyDisplay } from '../../format/money.ts'
import { formatMoney } from '../../format/money.ts'
import { viewerZone, zoneName } from '../../format/zone.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useNow } from '../../time/use-now.ts'

/** An amount; `display="none"` in columns of one currency, `code` where a screen has several. */
export function MoneyText({ money, display }: { money: Money; display?: MoneyDisplay }) {
  const language = useLanguage()
  return (
    <span className="tabular" style={{ whiteSpace: 'nowrap' }}>
      {formatMoney(money, language, display)}
    </span>
  )
}

/** A local date (`YYYY-MM-DD`), or the day of an instant in a zone. */
export function DateText(props: { date: string; style?: DateStyle } | { instant: string; zone: string; style?: DateStyle }) {
  const language = useLanguage()
  const text =
    'date' in props ? formatDate(props.date, language, props.style) : formatDay(props.instant, props.zone, language, props.style)
  return <time dateTime={'date' in props ? props.date : props.instant}>{text}</time>
}

type TimeProps = {
  instant: string
  /** Zone in which it is told: the contract's or the provider's, never silently the device's. */
  zone: string
  /** `time` is `10:42`; `dated` puts the day before it. */
  style?: 'time' | 'dated'
  /** Name the city where zones differ on the screen. */
  named?: boolean
}

/** A moment; resting on it shows the viewer's own time where that differs. */
export function TimeText({ instant, zone, style = 'time', named }: TimeProps) {
  const language = useLanguage()
  const write = style === 'time' ? formatTime : formatDateTime
  const text = write(instant, zone, language)
  return (
    <time dateTime={instant} title={ownTime(instant, zone, language)} style={{ whiteSpace: 'nowrap' }}>
      {named ? `${text} ${zoneName(zone, language)}` : text}
    </time>
  )
}

function ownTime(instant: string, zone: string, language: Language): string {
  const own = viewerZone()
  const there = `${formatDateTime(instant, zone, language, 'full')} ${zoneName(zone, language)}`
  if (own === zone) return there
  return `${there} = ${formatDateTime(instant, own, language)} ${zoneName(own, language)}`
}

/** How long ago, under a day; else the date. Resting on it shows the exact time. */
export function AgoText({ instant, zone }: { instant: string; zone: string }) {
  const language = useLanguage()
  const now = new Date(useNow()).toISOString()
  return (
    <time dateTime={instant} title={ownTime(instant, zone, language)} style={{ whiteSpace: 'nowrap' }}>
      {formatAgo(instant, now, zone, language)}
    </time>
  )
}
