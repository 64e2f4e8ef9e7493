import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import type { Explanation } from '../../parts/why/explanation.ts'

/** Why an arrival was so many minutes before or after the agreed time: both times of the site, seconds cut off on both. */
export function earlyExplanation(
  { arrival, window, zone, technician }: Pick<VisitView, 'arrival' | 'window' | 'zone' | 'technician'>,
  asOf: string,
): Explanation | undefined {
  if (!arrival || !window || arrival.earlyMinutes === undefined) return undefined
  const instant = (at: string) => ({ kind: 'instant' as const, instant: at, zone })
  const typed = arrival.how === 'typed'
  return {
    title: { zh: '到达与约定时间之差', en: 'Arrival against the agreed time' },
    value: { kind: 'minutes', minutes: arrival.earlyMinutes },
    equation: [
      { label: { zh: '约定开始', en: 'agreed from' }, value: instant(window.from) },
      { operator: '−', label: { zh: '到达', en: 'arrived' }, value: instant(arrival.at) },
      {
        operator: '=',
        label: { zh: '早到（负数为晚到）', en: 'early (negative when late)' },
        value: { kind: 'minutes', minutes: arrival.earlyMinutes },
        result: true,
      },
    ],
    rows: [
      {
        label: { zh: '约定时段', en: 'Agreed window' },
        text: { zh: '至', en: 'until' },
        value: instant(window.to),
      },
      {
        label: { zh: '如何记录', en: 'How it was recorded' },
        text: typed
          ? { zh: '补录，附地点和原因', en: 'typed in, with place and reason' }
          : { zh: '按键，附手机定位', en: 'by the button, with the phone’s position' },
        ...(technician && { note: { zh: technician.name, en: technician.name } }),
        value: instant(arrival.recordedAt),
      },
    ],
    asOf: { instant: asOf, zone },
  }
}
