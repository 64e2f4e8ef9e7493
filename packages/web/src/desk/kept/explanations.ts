import type { Availability } from '@pactdesk/domain/service-delivery/availability/index'
import type { Attainment, ClockFact } from '@pactdesk/domain/service-delivery/service-level/attainment'
import type { Bilingual } from '../../format/language.ts'
import type { Explanation, Source, Value } from '../../parts/why/explanation.ts'

const names: Record<Attainment['promise'], Bilingual> = {
  arrival: { zh: '到场', en: 'On site' },
  restore: { zh: '恢复', en: 'Restore' },
  respond: { zh: '首次回复', en: 'First reply' },
  assign: { zh: '派工', en: 'Assign' },
}
const outcomes: Record<ClockFact['outcome'], Bilingual> = {
  met: { zh: '达成', en: 'met' },
  missed: { zh: '未达成', en: 'missed' },
  late: { zh: '已超时，仍在计', en: 'over, still running' },
  running: { zh: '计时中', en: 'running' },
  disputed: { zh: '双方认定不同', en: 'the sides differ' },
}
const percent = (text: string): Value => ({ kind: 'decimal', text, unit: '%' })
const count = (n: number): Value => ({ kind: 'count', count: n })

/** Met ÷ counted × 100, by the month in which each clock stopped; every clock opens on its ticket. */
export function attainmentExplained(attainment: Attainment, zone: string, base: string): Explanation {
  const { promise, percent: figure, met, clocked, counted, disputed, asOf } = attainment
  const name = names[promise]
  const label = typeof name === 'string' ? { zh: name, en: name } : name
  return {
    title: { zh: `${label.zh}达成率`, en: `Promises kept: ${label.en}` },
    value: percent(figure ?? '–'),
    equation: [
      { label: { zh: '达成', en: 'met' }, value: count(met) },
      { operator: '÷', label: { zh: '计入的时钟', en: 'clocks that count' }, value: count(clocked) },
      { operator: '=', label: { zh: '达成率', en: 'attainment' }, value: percent(figure ?? '–'), result: true },
    ],
    rows: [
      {
        label: { zh: '口径', en: 'Rule' },
        text: {
          zh: '每个时钟按停止的月份计一次；超时仍在计的算未达成；取消、排除的不计。',
          en: 'Each clock counts once, in the month in which it stops; one that is over and still runs counts as missed; cancelled and excluded ones do not count.',
        },
      },
      ...(disputed.length > 0
        ? [
            {
              label: { zh: '有争议', en: 'Disputed' },
              text: {
                zh: `${disputed.length} 个时钟因双方对严重程度认定不同而暂不计入。`,
                en: `${disputed.length} not counted until one side yields on severity.`,
              },
            },
          ]
        : []),
    ],
    sources: {
      columns: [
        { zh: '到期', en: 'Due' },
        { zh: '停止', en: 'Stopped' },
        { zh: '结果', en: 'Result' },
      ],
      items: [...counted, ...disputed].map(fact => factSource(fact, zone, base)),
    },
    asOf: { instant: asOf, zone },
  }
}

function factSource(fact: ClockFact, zone: string, base: string): Source {
  const when = (instant: string | null | undefined): Value =>
    instant ? { kind: 'instant', instant, zone } : { kind: 'text', text: '–' }
  const [clock] = fact.clocks
  return {
    id: `${fact.ticket}${fact.promise}${fact.cycle}`,
    label: `${fact.ticket} · ${fact.clause}`,
    href: `${base}/${fact.ticket}${clock ? `?clock=${clock}` : ''}`,
    cells: [when(fact.deadline), when(fact.stoppedAt), { kind: 'text', text: outcomes[fact.outcome] }],
  }
}

/** (Agreed − down inside agreed time) ÷ agreed; each outage opens on its ticket. */
export function availabilityExplained(availability: Availability, zone: string, base: string): Explanation {
  const {
    percent: figure,
    agreedServiceMinutes,
    downMinutesInsideAgreedTime,
    downMinutesElapsedAllHours,
    outages,
    asOf,
  } = availability
  const minutes = (n: number): Value => ({ kind: 'minutes', minutes: n })
  return {
    title: { zh: '可用性', en: 'Availability' },
    value: percent(figure ?? '–'),
    equation: [
      { operator: '(', label: { zh: '约定服务时间', en: 'agreed service time' }, value: minutes(agreedServiceMinutes) },
      { operator: '−', label: { zh: '其中中断', en: 'down inside it' }, value: minutes(downMinutesInsideAgreedTime) },
      { operator: ')', label: ' ', value: { kind: 'text', text: '' } },
      { operator: '÷', label: { zh: '约定服务时间', en: 'agreed service time' }, value: minutes(agreedServiceMinutes) },
      { operator: '=', label: { zh: '可用性', en: 'availability' }, value: percent(figure ?? '–'), result: true },
    ],
    rows: [
      {
        label: { zh: '口径', en: 'Rule' },
        text: {
          zh: '严重故障自报修至恢复为中断；重叠的只计一次。',
          en: 'A severe fault is down time from the request to its restoration; overlaps count once.',
        },
        note: {
          zh: `不分昼夜共中断 ${downMinutesElapsedAllHours} 分钟。`,
          en: `Around the clock ${downMinutesElapsedAllHours} minutes were down.`,
        },
      },
    ],
    sources: {
      columns: [
        { zh: '开始', en: 'From' },
        { zh: '恢复', en: 'Restored' },
        { zh: '约定时间内', en: 'Inside agreed time' },
      ],
      items: outages.map(outage => ({
        id: `${outage.ticket}${outage.from}`,
        label: outage.ticket,
        href: `${base}/${outage.ticket}`,
        cells: [
          { kind: 'instant', instant: outage.from, zone },
          outage.to ? { kind: 'instant', instant: outage.to, zone } : { kind: 'text', text: { zh: '仍中断', en: 'still down' } },
          minutes(Math.floor(outage.insideAgreedTime / 60)),
        ],
      })),
    },
    asOf: { instant: asOf, zone },
  }
}
