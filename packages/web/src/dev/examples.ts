import { ProblemError } from '../api/problem.ts'
import type { BandInterval } from '../parts/band/band.ts'
import type { PromiseView, ShownState } from '../parts/promise/promise.ts'
import type { Explanation } from '../parts/why/explanation.ts'

/** Fictional, and the same as in the design, so that pictures can be compared. */
export const zone = 'Asia/Shanghai'
export const now = '2026-10-10T02:42:00Z'

const still = { promise: 'restore', asOf: now } as const
const running = { ...still, state: 'running', targetMinutes: 960, basis: 'working' } as const

export const promises: Record<ShownState, PromiseView> = {
  running: { ...running, usedMinutes: 658 },
  'at-risk': { ...running, usedMinutes: 895, dueAt: '2026-10-10T03:47:00Z' },
  over: { ...running, usedMinutes: 972 },
  paused: { ...still, state: 'paused', waitsFor: 'client' },
  outside: { ...still, state: 'outside', startsAt: '2026-10-12T01:00:00Z' },
  met: { ...still, state: 'met', earlyMinutes: 18, basis: 'working' },
  missed: { ...still, state: 'missed', lateMinutes: 34, basis: 'working' },
  none: { ...still, state: 'none', billedAs: 'time-and-materials' },
  excluded: { ...still, state: 'excluded' },
}

const cny = (minor: number) => ({ kind: 'money', money: { currency: 'CNY', minor } }) as const

export const earned: Explanation = {
  title: { zh: '已履行金额', en: 'Earned to date' },
  value: cny(11010740),
  equation: [
    { label: { zh: '服务费', en: 'Fee' }, value: cny(12840000), clause: '1(3)' },
    {
      operator: '×',
      label: { zh: '服务天数，1月15日至11月24日', en: 'days in service, 15 Jan to 24 Nov' },
      value: { kind: 'decimal', text: '313 ÷ 365' },
    },
    { operator: '=', label: { zh: '已履行', en: 'Earned' }, value: cny(11010740), result: true },
  ],
  clause: {
    number: '1(3)',
    quote: {
      zh: '甲方应于签约后 2 日内，以银行转账方式一次性付清服务费人民币 128,400.00 元。',
      en: 'Party A pays the full fee of CNY 128,400.00 within 2 days of signing, by bank transfer.',
    },
  },
  rows: [
    {
      label: { zh: '期限', en: 'Term' },
      text: { zh: '2026年1月15日至2027年1月14日', en: '15 Jan 2026 to 14 Jan 2027' },
      note: { zh: '首尾两天都算，共 365 天', en: 'both days included: 365 days' },
    },
  ],
  rounding: { exact: '110,107.3972…', rule: { zh: '一次取整', en: 'rounded once' } },
  sources: {
    columns: [
      { zh: '天数', en: 'Days' },
      { zh: '金额', en: 'Amount' },
    ],
    items: [
      { id: 'jan', label: '2026-01', cells: [{ kind: 'count', count: 17 }, cny(598027)] },
      { id: 'rest', label: '2026-02 – 2026-11', cells: [{ kind: 'count', count: 296 }, cny(10412713)] },
    ],
    sum: [{ kind: 'count', count: 313 }, cny(11010740)],
  },
  asOf: { instant: '2026-11-24T02:42:00Z', zone },
}

export const failure = new ProblemError({
  type: 'about:blank',
  title: 'Service Unavailable',
  status: 503,
  detail: 'upstream',
  code: 'http.503',
  requestId: '7f3a-91c2',
})

const at = (local: string): string => `${new Date(`2026-${local}:00+08:00`).toISOString().slice(0, 19)}Z`
const span = (from: string, to: string, kind: BandInterval['kind'], more: Partial<BandInterval> = {}): BandInterval => ({
  from: at(from),
  to: at(to),
  kind,
  ...more,
})

/** The clock of the design's own story: a holiday, two pauses, a make-up day. */
export const band: BandInterval[] = [
  span('09-30T16:12', '09-30T18:00', 'counted'),
  span('09-30T18:00', '10-01T00:00', 'outside'),
  span('10-01T00:00', '10-08T00:00', 'holiday'),
  span('10-08T00:00', '10-08T09:00', 'outside'),
  span('10-08T09:00', '10-08T11:25', 'counted'),
  span('10-08T11:25', '10-08T16:40', 'paused'),
  span('10-08T16:40', '10-08T18:00', 'counted'),
  span('10-08T18:00', '10-09T09:00', 'outside'),
  span('10-09T09:00', '10-09T14:10', 'counted'),
  span('10-09T14:10', '10-09T15:30', 'paused'),
  span('10-09T15:30', '10-09T18:00', 'counted'),
  span('10-09T18:00', '10-10T09:00', 'outside'),
  span('10-10T09:00', '10-10T10:42', 'counted', { makeUp: true }),
]

export type ExampleTicket = {
  id: string
  priority: 1 | 2 | 3 | 4 | 5
  subject: string
  client: { mark: string; name: string }
  to?: string
  promise: PromiseView
}

export const tickets: ExampleTicket[] = [
  {
    id: 'HENGRUI-318',
    priority: 1,
    subject: 'Whole network down, Minhang site',
    client: { mark: '恒', name: 'Hengrui Freight' },
    to: 'Li Wei',
    promise: promises.over,
  },
  {
    id: 'LANHAI-291',
    priority: 2,
    subject: 'File server SH-FS01 drops shared folders',
    client: { mark: '蓝', name: 'Lanhai Trading' },
    to: 'Zhao Qian',
    promise: promises['at-risk'],
  },
  {
    id: 'YUNFAN-98',
    priority: 4,
    subject: 'Meeting-room screen flickers',
    client: { mark: '云', name: 'Yunfan Design' },
    promise: promises.outside,
  },
]
