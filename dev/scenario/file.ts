import { readFileSync } from 'node:fs'
import { LocalDate, Zone } from '@pactdesk/domain/kernel/time'
import * as z from 'zod'

/** `2026-10-04T03:30` in the calendar's zone. */
const WallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'a wall time looks like 2026-10-04T03:30')
const TimeOfDay = z.string().regex(/^\d{2}:\d{2}$/)
const Between = z.tuple([TimeOfDay, TimeOfDay])
const Span = z.tuple([WallTime, WallTime])
const Fen = z.int()
const Share = z.string()

export const Visit = z.object({
  id: z.string(),
  kind: z.enum(['planned-monthly', 'make-up-remote', 'make-up-onsite']),
  date: LocalDate,
  travel: Between.optional(),
  onsite: Between.optional(),
  remote: Between.optional(),
  devicesDue: z.int().optional(),
  devicesDone: z.int().optional(),
  devicesNotDone: z.array(z.string()).default([]),
  site: z.string(),
})
export type Visit = z.infer<typeof Visit>

export const Ticket = z.object({
  id: z.string(),
  title: z.string(),
  severe: z.boolean(),
  requestedAt: WallTime,
  onsite: z.boolean(),
  outOfScope: z.boolean().default(false),
  quoteAcceptedAt: WallTime.optional(),
  travelFrom: WallTime.optional(),
  arrivedAt: WallTime.optional(),
  restoredAt: WallTime,
  reopenedAt: WallTime.optional(),
  restoredAgainAt: WallTime.optional(),
  pauses: z.array(Span).default([]),
  remote: z.array(Span).default([]),
  causeClientDutyBreach: z.string().optional(),
  parts: z.array(z.object({ id: z.string(), name: z.string(), qty: z.int(), unitCostGrossFen: Fen })).default([]),
  site: z.string(),
})
export type Ticket = z.infer<typeof Ticket>

export const Payment = z.object({
  id: z.string(),
  date: LocalDate,
  fen: z.union([Fen, z.literal('all')]),
  via: z.enum(['bank', 'hosted']),
})
export type Payment = z.infer<typeof Payment>

const Contract = z.object({
  number: z.string(),
  client: z.string(),
  clientKey: z.string(),
  provider: z.string(),
  signedByBothAt: WallTime,
  termFirstDay: LocalDate,
  termLastDayInclusive: LocalDate,
  currency: z.string(),
  feeLines: z.array(z.object({ line: z.int(), item: z.string(), grossFen: Fen, taxRate: Share })),
  totalGrossFen: Fen,
  dueDaysAfterSigning: z.int(),
  lateFeePerDay: Share,
  arrivalWorkingMinutes: z.record(z.string(), z.int()),
  severeOutOfHoursArrivalElapsedMinutes: z.int(),
  clause7: z.object({
    restoreWorkingMinutes: z.int(),
    severeRestoreElapsedMinutes: z.int(),
    extrasDueDaysAfterIssue: z.int(),
    outOfScopeListRateFenPerHour: Fen,
    outOfScopeDiscount: Share,
    outOfScopeRoundUpMinutes: z.int(),
    partsTaxRate: Share,
    serviceTaxRate: Share,
  }),
  terminationPenalty: Share,
})

/** The inputs of a worked month: what people do, and when. Money in minor units (fen), times local. */
export const Inputs = z.object({
  calendar: z.object({
    timezone: Zone,
    weekly: z.record(z.string(), z.array(Between)),
    /** File of public holidays and make-up days. */
    exceptions: z.string().optional(),
  }),
  contract: Contract,
  devices: z.array(z.object({ id: z.string(), cls: z.string(), site: z.string().optional() })),
  month: z.object({ firstDay: LocalDate, firstDayOfNext: LocalDate }),
  visits: z.array(Visit),
  tickets: z.array(Ticket),
  invoice1: z.object({ number: z.string(), issuedOn: LocalDate }),
  payments1: z.array(Payment),
  lateFeeDecision: z.object({ action: z.enum(['claim', 'waive']), part: Share.default('1') }).optional(),
  invoice2: z.object({ number: z.string(), issuedOn: LocalDate }),
  payments2: z.array(Payment),
  termination: z
    .object({
      noticeOn: LocalDate,
      lastServiceDay: LocalDate,
      actualGround: z.enum(['client', 'client-4(1)', 'provider', 'provider-4(2)', 'force-majeure-4(3)', 'agreed-4(4)']),
      settledOn: LocalDate,
      /** Absent where nothing is owed or it is not paid yet. */
      refundPaidOn: LocalDate.nullish(),
    })
    .optional(),
})
export type Inputs = z.infer<typeof Inputs>

/** A worked month: inputs, and every figure that follows from them. */
export const ScenarioFile = z.object({ id: z.string(), inputs: Inputs, expected: z.record(z.string(), z.unknown()) })
export type ScenarioFile = z.infer<typeof ScenarioFile>

/** Reads a worked month. Throws, naming file and field, when it is none. */
export function readScenario(path: string): ScenarioFile {
  const read = ScenarioFile.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path} is no worked month: ${z.prettifyError(read.error)}`)
  return read.data
}
