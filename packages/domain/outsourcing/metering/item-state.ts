import * as z from 'zod'
import { Actor } from '../../kernel/context.ts'
import { Id } from '../../kernel/ids.ts'
import { Currency, Minor } from '../../kernel/money.ts'
import { DecimalString, Share } from '../../kernel/ratio.ts'
import { LocalDate } from '../../kernel/time.ts'

/** Who must act before a waiting item can be explained. */
export const WaitingFor = z.enum(['technician', 'client', 'account-manager', 'finance']).meta({ id: 'WaitingFor' })
export type WaitingFor = z.infer<typeof WaitingFor>

/** A translation key under `metering.reason.` with what it names. */
export const Reason = z
  .object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
  .meta({ id: 'MeteringReason' })
export type Reason = z.infer<typeof Reason>

const priced = { contract: Id, contractVersion: z.int().min(1), currency: Currency, taxRate: Share, quote: Id.optional() }

/**
 * The price that held on the date of the work, kept with the item so that a later change of the contract changes nothing.
 * `at-price` is per piece, tax included; `hourly` is list price per hour less discount, minutes rounded up to `stepMinutes`
 * once per ticket and visit, at most `capMinor` a ticket where the quote has a cap.
 */
export const RateSnapshot = z
  .discriminatedUnion('basis', [
    z.object({ basis: z.literal('at-price'), source: z.enum(['cost', 'quote']), unitMinor: Minor.min(0), ...priced }),
    z.object({
      basis: z.literal('hourly'),
      listMinorPerHour: DecimalString,
      discount: Share,
      stepMinutes: z.int().min(1),
      capMinor: Minor.min(0).optional(),
      ...priced,
    }),
  ])
  .meta({ id: 'RateSnapshot' })
export type RateSnapshot = z.infer<typeof RateSnapshot>

const decided = { by: Actor, on: LocalDate, text: z.string().min(1).max(500) }
const charge = { clause: z.string(), reason: Reason, rate: RateSnapshot }

/**
 * The one state of a source item. `claimed` belongs to a draft bill, `billed` to an issued one; a write-off and a dispute are
 * decisions of a person with a reason. A dispute keeps the state it interrupts: of work that is already billed, `bill` too.
 */
export const ItemState = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('waiting'), for: WaitingFor, reason: Reason, clause: z.string().optional() }),
    z.object({ status: z.literal('covered'), clause: z.string(), reason: Reason }),
    z.object({ status: z.literal('billable'), ...charge }),
    z.object({ status: z.literal('claimed'), invoice: Id, ...charge }),
    z.object({ status: z.literal('billed'), invoice: Id, number: z.string(), ...charge }),
    z.object({ status: z.literal('written-off'), ...decided }),
    z.object({
      status: z.literal('disputed'),
      ...decided,
      heldCharge: z.object(charge),
      bill: z.object({ invoice: Id, number: z.string() }).optional(),
    }),
  ])
  .meta({ id: 'SourceItemState' })
export type ItemState = z.infer<typeof ItemState>
export type ItemStatus = ItemState['status']
export type Charge = { clause: string; reason: Reason; rate: RateSnapshot }
export type StateOf<Status extends ItemStatus> = Extract<ItemState, { status: Status }>

export const itemStatuses = [
  'waiting',
  'covered',
  'billable',
  'claimed',
  'billed',
  'written-off',
  'disputed',
] as const satisfies readonly ItemStatus[]
