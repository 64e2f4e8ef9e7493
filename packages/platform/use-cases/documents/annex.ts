import { isTime, type SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import type { BillPdf } from '../../documents/bill-pdf.ts'

type Row = BillPdf['annex'][number]

/** What the fee paid for: each covered piece of work in its units; the days of all devices as one row. */
export function annexOf(items: readonly SourceItem[]): Row[] {
  const covered = items.filter(({ state }) => state.status === 'covered')
  const work = covered.filter(item => item.kind !== 'device-day').sort((a, b) => order(a).localeCompare(order(b), 'en'))
  const days = covered.flatMap(item => (item.kind === 'device-day' ? [item] : []))
  return [...work.map(rowOf), ...deviceDays(days)]
}

const order = ({ date, ticket, visit, kind, id }: SourceItem) => [date, ticket ?? '', visit ?? '', kind, id].join('#')
const clauseOf = ({ state }: SourceItem) => ('clause' in state ? (state.clause ?? '') : '')

const kinds: Record<SourceItem['kind'], string> = {
  travel: '路途 Travel',
  onsite: '现场 On site',
  remote: '远程 Remote',
  'maintenance-onsite': '上门维护 Maintenance',
  'maintenance-remote': '远程维护 Remote maintenance',
  part: '配件 Part',
  visit: '上门 Visit',
  'device-day': '设备日 Device-days',
}

const rowOf = (item: SourceItem): Row => ({
  date: item.date,
  reference: item.ticket ?? item.visit ?? '',
  description: [kinds[item.kind], item.description].filter(Boolean).join('　'),
  who: item.who.name,
  clause: clauseOf(item),
  quantity: isTime(item) ? `${item.minutes} 分钟` : item.kind === 'part' ? `${item.quantity} 件` : '1 次',
})

function deviceDays(items: Extract<SourceItem, { kind: 'device-day' }>[]): Row[] {
  const [first] = items
  const last = items.at(-1)
  if (!first || !last) return []
  const total = items.reduce((sum, { devices }) => sum + devices, 0)
  return [
    {
      date: `${first.date} – ${last.date.slice(5)}`,
      reference: '',
      description: kinds['device-day'],
      who: '',
      clause: clauseOf(first),
      quantity: `${total} 设备日`,
    },
  ]
}
