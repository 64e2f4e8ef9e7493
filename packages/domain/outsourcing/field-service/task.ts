import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import { DeviceClass } from '../../service-support/configuration/index.ts'

/**
 * One thing to do on a maintenance visit, as the contract's checklist names it. `consent`: the client may refuse it; only done or
 * refused is kept, never what was found. `reinstall` is the half-yearly work of 2(2)(5), apart from what makes a month maintained.
 */
export const Task = z
  .object({
    key: Id,
    clause: z.string().max(12),
    zh: z.string().max(120),
    en: z.string().max(120),
    per: z.enum(['device', 'visit']),
    deviceClasses: z.array(z.string()).max(20).optional(),
    outcome: z.enum(['done', 'consent']),
    cadence: z.enum(['monthly', 'reinstall']),
  })
  .meta({ id: 'VisitTask' })
export type Task = z.infer<typeof Task>

/** A device as the visit sees it. */
export const VisitDevice = z.object({ id: Id, name: z.string().max(80), class: DeviceClass }).meta({ id: 'VisitDevice' })
export type VisitDevice = z.infer<typeof VisitDevice>

/** Why a task was not done; what else there is to say is a note. */
export const NotDoneReason = z.enum(['not-reached', 'in-use', 'faulty', 'no-time', 'other'])

/** Free text kept beside the history: id of its body item and sha256, so it can be erased. */
export const NoteRef = z.object({ id: Id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }).meta({ id: 'NoteRef' })
export type NoteRef = z.infer<typeof NoteRef>

/** Result of one task on one device, or once a visit. */
export const Check = z
  .discriminatedUnion('result', [
    z.object({ result: z.literal('done'), note: NoteRef.optional() }),
    z.object({ result: z.literal('not-done'), reason: NotDoneReason, note: NoteRef.optional() }),
    z.object({ result: z.literal('refused'), note: NoteRef.optional() }),
  ])
  .meta({ id: 'VisitCheck' })
export type Check = z.infer<typeof Check>

/** Results by device id and task key; tasks once a visit stand under `wholeVisit`. */
export const Checks = z.record(z.string(), z.record(z.string(), Check))
export type Checks = z.infer<typeof Checks>
export const wholeVisit = '-'

/** Device ids for which a task is to be done, `wholeVisit` for one done once. */
export const subjectsOf = (task: Task, devices: readonly VisitDevice[]): string[] =>
  task.per === 'visit'
    ? [wholeVisit]
    : devices.filter(device => task.deviceClasses?.includes(device.class) ?? true).map(device => device.id)

/** Tasks without a result yet, with the devices they wait for; what "still missing" says on the phone. */
export const missingChecks = (tasks: readonly Task[], devices: readonly VisitDevice[], checks: Checks) =>
  tasks
    .map(task => ({ task: task.key, devices: subjectsOf(task, devices).filter(subject => !checks[subject]?.[task.key]) }))
    .filter(({ devices: open }) => open.length > 0)

/** Devices of which a monthly task was not done: each is to be made up within the month. A refusal is the client's own decision. */
export const notMaintained = (tasks: readonly Task[], devices: readonly VisitDevice[], checks: Checks): string[] =>
  devices
    .filter(device =>
      tasks.some(
        task =>
          task.cadence === 'monthly' &&
          subjectsOf(task, devices).includes(device.id) &&
          (checks[device.id]?.[task.key]?.result ?? 'not-done') === 'not-done',
      ),
    )
    .map(device => device.id)
