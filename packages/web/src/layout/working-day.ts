import { formatDay } from '../format/date.ts'
import { localDay } from '../parts/band/local-day.ts'

/** What is unusual about today; an ordinary working day is `undefined`. */
export type UnusualDay = { kind: 'make-up' | 'holiday' | 'day-off' | 'provisional'; name?: { zh: string; en: string } }

/** Zones whose public calendar is China's. */
const chinese = new Set(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Harbin'])

/**
 * Today in the provider's zone, by the public calendar: what the chip beside the clock says. A contract's own calendar may
 * differ; its clocks say so themselves.
 */
export async function unusualDay(now: number, zone: string): Promise<UnusualDay | undefined> {
  const date = localDay(now, zone)
  const weekend = ['Sat', 'Sun'].includes(formatDay(new Date(now).toISOString(), zone, 'en', 'day').slice(0, 3))
  if (!chinese.has(zone)) return weekend ? { kind: 'day-off' } : undefined
  const { chinesePublicDay, isUnannounced } = await import(
    '@pactdesk/domain/service-delivery/service-level/calendar/public-holidays'
  )
  const named = chinesePublicDay(date)
  if (named && !named.works) return { kind: 'holiday', name: named.name }
  if (named?.works && weekend) return { kind: 'make-up', name: named.name }
  if (isUnannounced(date)) return { kind: 'provisional' }
  return weekend ? { kind: 'day-off' } : undefined
}
