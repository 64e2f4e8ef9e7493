import * as z from 'zod'
import { ClientKey, FileRef, Id } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { addDays, Instant, LocalDate, Month } from '../../kernel/time.ts'
import { DueDate } from '../billing/due-date.ts'
import { BodyRef, PartyRole, Signature } from './signature.ts'
import { ContractTerms } from './terms.ts'

/** What was there before the product knew of a contract that had been signed on paper. */
export const OpeningState = z
  .object({
    billed: Money,
    paid: Money,
    lastInvoiceNumber: z.string().trim().min(1).max(40).optional(),
    /** First day whose fee is not recognised as revenue yet. */
    recognisedUntil: LocalDate,
  })
  .meta({ id: 'ContractOpeningState' })
export type OpeningState = z.infer<typeof OpeningState>

/** The PDF that is read and signed. What is signed is the sha256 of these stored bytes, never of a new rendering. */
export const Document = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('requested'), at: Instant }),
    z.object({ status: z.literal('stored'), file: FileRef }),
  ])
  .meta({ id: 'ContractDocument' })
export type Document = z.infer<typeof Document>

export const activationSteps = [
  'billing-schedule',
  'reminders',
  'device-meters',
  'visit-plan',
  'cost-centre',
  'bill',
  'stripe-customer',
] as const
/** What a signed contract sets going, each step by the module that owns it. */
export const ActivationStep = z.enum(activationSteps)
export type ActivationStep = z.infer<typeof ActivationStep>

export const StepState = z.object({
  step: ActivationStep,
  status: z.enum(['waiting', 'done', 'skipped', 'failed']),
  at: Instant.optional(),
  /** What came of it, such as a bill's id, or why it was skipped or failed. */
  note: z.string().max(200).optional(),
  attempts: z.int().min(0),
})
export type StepState = z.infer<typeof StepState>

/** One bill that the contract asks for by itself. */
export const ScheduledBill = z
  .object({ no: z.int(), invoiceOn: LocalDate, due: DueDate, period: z.object({ from: LocalDate, to: LocalDate }), gross: Money })
  .meta({ id: 'ScheduledBill' })
export type ScheduledBill = z.infer<typeof ScheduledBill>

/** Why a contract ends before its term: clause 4, by breach or by an exempt ground. */
export const EndGround = z.enum(['none', '4(1)', '4(2)', '4(3)', '4(4)'])
export type EndGround = z.infer<typeof EndGround>

/** A notice to end early. `none` is no exempt ground: the party is in breach. */
export const Ending = z
  .object({
    by: PartyRole,
    ground: EndGround,
    noticeOn: LocalDate,
    /** Served to its end. */
    lastServiceDay: LocalDate,
    reason: BodyRef,
    evidence: z.array(FileRef).max(20),
  })
  .meta({ id: 'ContractEnding' })
export type Ending = z.infer<typeof Ending>

/** How far the contract's own timers have come. Dates and months are the next ones, still to happen. */
export const Progress = z.object({
  day: LocalDate,
  month: Month,
  /** First month whose visits are not planned yet; absent when the term is planned to its end. */
  visits: Month.optional(),
  /** Instant of the expiry reminder; absent once it was sent or when it lies before the activation. */
  remindAt: Instant.optional(),
})
export type Progress = z.infer<typeof Progress>

const common = {
  id: Id,
  client: ClientKey,
  terms: ContractTerms,
  /** Tickets pin the version they were raised under. */
  version: z.int().min(1),
  renewalOf: Id.optional(),
}
const offered = {
  ...common,
  document: Document,
  offeredAt: Instant,
  /** Printed clauses, all of which a signatory must have read. */
  clauses: z.int(),
  /** Dates of the term lie in a year whose holidays are not announced. */
  provisional: z.boolean(),
}
const binding = {
  ...common,
  how: z.enum(['portal', 'paper', 'recorded']),
  /** The offered PDF; absent for a contract recorded from paper. */
  document: Document.optional(),
  /** With the signature page. */
  signedDocument: Document.optional(),
  signatures: z.object({ provider: Signature, client: Signature }),
  /** Date of the second signature, in the billing zone. */
  signedOn: LocalDate,
  activatedAt: Instant,
  provisional: z.boolean(),
  opening: OpeningState.optional(),
  schedule: z.array(ScheduledBill),
  steps: z.array(StepState),
  progress: Progress,
  ending: Ending.optional(),
  /** Id of the settlement of an early end. */
  settlement: Id.optional(),
}

/**
 * A contract of one client. Draft → offered (text frozen, PDF stored) → signed by the provider → active → ended; on paper both
 * sign at once. Nothing binds before the second signature.
 */
export const Contract = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('draft'), ...common }),
    z.object({ status: z.literal('discarded'), ...common }),
    z.object({ status: z.literal('offered'), ...offered }),
    z.object({ status: z.literal('signed-by-provider'), ...offered, signatures: z.object({ provider: Signature }) }),
    z.object({ status: z.literal('active'), ...binding }),
    z.object({ status: z.literal('ended'), ...binding, endedBy: z.enum(['expiry', 'termination']), endedOn: LocalDate }),
  ])
  .meta({ id: 'Contract' })
export type Contract = z.infer<typeof Contract>
export type ContractStatus = Contract['status']
export type OfferedContract = Extract<Contract, { status: 'offered' | 'signed-by-provider' }>
export type ActiveContract = Extract<Contract, { status: 'active' }>
export type BindingContract = Extract<Contract, { status: 'active' | 'ended' }>

export const isBinding = (contract: Contract): contract is BindingContract =>
  contract.status === 'active' || contract.status === 'ended'

/** First day no longer served: the day after the last service day, or the term's end. */
export const servedUntil = ({ terms, ...contract }: Contract): LocalDate =>
  'ending' in contract && contract.ending ? addDays(contract.ending.lastServiceDay, 1) : terms.term.to

/** The state machine, from which buttons and documentation derive. */
export const contractMachine = [
  { from: 'none', command: 'draft', to: 'draft' },
  { from: 'none', command: 'record-paper', to: 'active' },
  { from: 'draft', command: 'change-draft', to: 'draft' },
  { from: 'draft', command: 'discard', to: 'discarded' },
  { from: 'draft', command: 'offer', to: 'offered' },
  { from: 'offered', command: 'withdraw', to: 'draft' },
  { from: 'offered', command: 'sign-as-provider', to: 'signed-by-provider' },
  { from: 'offered', command: 'sign-on-paper', to: 'active' },
  { from: 'signed-by-provider', command: 'withdraw', to: 'draft' },
  { from: 'signed-by-provider', command: 'sign-as-client', to: 'active' },
  { from: 'active', command: 'give-notice', to: 'active' },
  { from: 'active', command: 'take-back-notice', to: 'active' },
  { from: 'active', command: 'expire', to: 'ended' },
  { from: 'active', command: 'terminate', to: 'ended' },
] as const
export type ContractCommand = (typeof contractMachine)[number]['command']

/** Commands that the machine allows in a status. */
export const commandsIn = (status: ContractStatus): ContractCommand[] =>
  contractMachine.filter(({ from }) => from === status).map(({ command }) => command)
