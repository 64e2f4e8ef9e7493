import type { CheckInput } from '@pactdesk/domain/outsourcing/field-service/inputs'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'

type Missing = VisitView['missing']['checks']

/** Most entries that one request takes. */
const most = 20

/** "All done" for what is still open, and only for that: exceptions recorded before stay. Tasks open on the same devices go together. */
export function doneEntries(missing: Missing, task?: string): CheckInput[] {
  const wanted = missing.filter(each => task === undefined || each.task === task)
  const together = Map.groupBy(wanted, each => each.devices.join(' '))
  return [...together.values()]
    .slice(0, most)
    .map(same => ({ result: 'done', devices: same[0]?.devices ?? [], tasks: same.map(each => each.task) }))
}

/** How many results are still open. */
export const openResults = (missing: Missing): number => missing.reduce((sum, { devices }) => sum + devices.length, 0)

/** Devices on which a task is to be done; `-` is the visit itself. */
export const subjectsOf = (
  visit: Pick<VisitView, 'devices'>,
  task: VisitView['tasks'][number],
): { id: string; name: string }[] =>
  task.per === 'visit'
    ? [{ id: '-', name: '' }]
    : visit.devices.filter(device => task.deviceClasses?.includes(device.class) ?? true)

/** What is recorded for a task on one device. */
export const checkOf = (visit: VisitView, task: string, subject: string) =>
  subject === '-' ? visit.visitChecks[task] : visit.devices.find(device => device.id === subject)?.checks[task]
