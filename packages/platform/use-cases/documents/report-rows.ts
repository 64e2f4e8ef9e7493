import { type Check, type Task, type Visit, wholeVisit } from '@pactdesk/domain/outsourcing/field-service/index'
import { subjectsOf } from '@pactdesk/domain/outsourcing/field-service/task'
import type { Ticket } from '@pactdesk/domain/service-support/incident/index'
import type { ServiceReportPdf } from '../../documents/service-report-pdf.ts'

type Row = ServiceReportPdf['checks'][number]

/** Where a ticket stands when the report is made. */
export const ticketWords: Record<Ticket['status'], string> = {
  new: '新 New',
  'in-progress': '处理中 In progress',
  waiting: '待处理 Waiting',
  resolved: '已解决 Resolved',
  closed: '已关闭 Closed',
}

const results: Record<Check['result'], string> = { done: '完成 Done', 'not-done': '未做 Not done', refused: '客户不同意 Refused' }
const reasons: Record<Extract<Check, { result: 'not-done' }>['reason'], string> = {
  'not-reached': '未能接触 not reached',
  'in-use': '使用中 in use',
  faulty: '故障 faulty',
  'no-time': '时间不足 no time',
  other: '其他 other',
}

/**
 * The checklist as the client reads it: a task with one result on all its devices is one row, exceptions name their devices. A
 * visit of 300 devices thus stays readable.
 */
export function checkRows(visit: Pick<Visit, 'tasks' | 'devices' | 'checks'>, notes: ReadonlyMap<string, string>): Row[] {
  return visit.tasks.flatMap(task => rowsOf(task, visit, notes))
}

function rowsOf(task: Task, { devices, checks }: Pick<Visit, 'devices' | 'checks'>, notes: ReadonlyMap<string, string>): Row[] {
  const subjects = subjectsOf(task, devices)
  const told = subjects.map(subject => ({ subject, result: resultWords(checks[subject]?.[task.key], notes) }))
  const nameOf = (subject: string) => devices.find(({ id }) => id === subject)?.name ?? subject
  return [...Map.groupBy(told, ({ result }) => result)].map(([result, same]) => ({
    task: `${task.zh} ${task.en}`,
    clause: task.clause,
    result,
    device: placeOf(
      same.map(({ subject }) => subject),
      subjects.length,
      nameOf,
    ),
  }))
}

function placeOf(subjects: string[], all: number, nameOf: (subject: string) => string): string {
  if (subjects[0] === wholeVisit) return '—'
  return subjects.length === all && all > 1 ? `全部 All ${all}` : subjects.map(nameOf).join('、')
}

function resultWords(check: Check | undefined, notes: ReadonlyMap<string, string>): string {
  if (!check) return '—'
  const note = check.note && notes.get(check.note.id)
  return [results[check.result], check.result === 'not-done' && reasons[check.reason], note].filter(Boolean).join('，')
}
