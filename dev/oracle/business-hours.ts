import { sameInstant } from '@pactdesk/domain/kernel/time'
import {
  addBusinessDays,
  addBusinessSeconds,
  businessSecondsBetween,
  isOpen,
  nextOpen,
  openPeriods,
  ServiceCalendar,
  slaTimeline,
  subtractBusinessSeconds,
} from '@pactdesk/domain/service-delivery/service-level/index'
import * as z from 'zod'
import { compared, type OracleResult, skipped } from './result.ts'

const Case = z.looseObject({
  id: z.string(),
  op: z.string(),
  calendar: z.unknown(),
  expected: z.unknown(),
  start: z.string().default(''),
  end: z.string().default(''),
  seconds: z.number().default(0),
  days: z.int().default(0),
  count: z.int().default(1),
  endOfDay: z.boolean().default(false),
  targetsMinutes: z.record(z.string(), z.number()).default({}),
  pauses: z.array(z.tuple([z.string(), z.string()])).default([]),
  firstResponseAt: z.string().optional(),
  updateAt: z.string().optional(),
  closedAt: z.string().optional(),
})
type Case = z.infer<typeof Case>

const operations: Record<string, (calendar: ServiceCalendar, given: Case) => unknown> = {
  between: (calendar, { start, end }) => businessSecondsBetween(calendar, start, end),
  after: (calendar, { start, seconds }) => addBusinessSeconds(calendar, start, seconds),
  before: (calendar, { start, seconds }) => subtractBusinessSeconds(calendar, start, seconds),
  nextOpen: (calendar, { start }) => nextOpen(calendar, start),
  isOpen: (calendar, { start }) => isOpen(calendar, start),
  openPeriods: (calendar, { start, count }) => openPeriods(calendar, start, count).map(({ from, to }) => [from, to]),
  addBusinessDays: (calendar, { start, days, endOfDay }) => addBusinessDays(calendar, start, days, { endOfDay }),
  slaTimeline: timeline,
}

/** Service-calendar cases, `{cases: [{id, op, calendar, expected, …}]}`; instants compare as instants. */
export function run(content: unknown): OracleResult[] {
  const { cases } = z.looseObject({ cases: z.array(z.looseObject({ id: z.string(), op: z.string() })) }).parse(content)
  return cases.map(given => {
    const operation = operations[given.op]
    if (!operation) return skipped(given.id, `operation ${given.op} is not known`)
    return compared(given.id, given.expected, () => operation(ServiceCalendar.parse(given.calendar), Case.parse(given)), agrees)
  })
}

/** Names of the targets, and when each is fulfilled. */
function timeline(calendar: ServiceCalendar, given: Case): Record<string, unknown> {
  const stops: Record<string, string | undefined> = {
    firstResponse: given.firstResponseAt,
    update: given.updateAt,
    solution: given.closedAt,
  }
  const targets = Object.entries(given.targetsMinutes).map(([name, minutes]) => {
    const stoppedAt = stops[name]
    return [name, { minutes, ...(stoppedAt && { stoppedAt }) }] as const
  })
  const rows = slaTimeline(calendar, given.start, given.pauses, Object.fromEntries(targets))
  return Object.fromEntries(
    Object.entries(rows).flatMap(([name, { deadline, inMinutes, slackMinutes }]) => [
      [name, deadline],
      [`${name}InMinutes`, inMinutes],
      [`${name}SlackMinutes`, slackMinutes],
    ]),
  )
}

/** Every leaf of `expected` must be there and equal; what else was computed is not compared. */
function agrees(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'string' && typeof actual === 'string') return sameInstant(expected, actual)
  if (Array.isArray(expected))
    return Array.isArray(actual) && expected.length === actual.length && expected.every((item, n) => agrees(item, actual[n]))
  if (expected !== null && typeof expected === 'object')
    return (
      actual !== null &&
      typeof actual === 'object' &&
      Object.entries(expected).every(([name, leaf]) => agrees(leaf, (actual as Record<string, unknown>)[name]))
    )
  return expected === actual
}
