import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { Instant } from '../../kernel/time.ts'
import { WorkTypeName } from '../../outsourcing/metering/scope-guard.ts'
import { Severity } from '../../service-delivery/service-level/target.ts'
import { Level } from './priority.ts'
import { QuoteMode } from './quote.ts'
import { WaitingOn } from './ticket.ts'

const text = (max: number) => z.string().trim().min(1).max(max)
/** When it happened; now where it is left out. Never in the future. */
const at = Instant.optional()
/** A member of staff; the id becomes part of a key. */
const person = z.object({ id: Id, name: text(120) })

export const SeverityInput = z.object({ severity: Severity, wholeNetworkDown: z.boolean(), note: text(300).optional() })

/**
 * A new ticket. A client's person raises it in the portal for itself; staff log it for a contact, or for somebody by name, and may
 * give an earlier time of the request. `workType` asks the out-of-scope guard; `onSite` asks somebody to come at once.
 */
export const OpenTicketInput = z
  .object({
    kind: z.enum(['incident', 'request']).default('incident'),
    channel: z.enum(['portal', 'phone', 'visit']).optional(),
    subject: text(200),
    text: text(8000).optional(),
    requestedAt: at,
    contact: Id.optional(),
    requesterName: text(120).optional(),
    site: Id.optional(),
    device: Id.optional(),
    impact: Level.optional(),
    urgency: Level.optional(),
    severity: SeverityInput.optional(),
    workType: WorkTypeName.optional(),
    onSite: z.boolean().default(false),
    assignee: person.optional(),
    team: Id.optional(),
    labels: z.array(text(40)).max(20).optional(),
  })
  .meta({ id: 'OpenTicketInput' })

/** Minutes of work: from–to, or a number of minutes ending now. */
export const WorkInput = z
  .object({
    kind: z.enum(['remote', 'onsite', 'travel']),
    minutes: z.int().min(1).max(1440).optional(),
    from: at,
    to: at,
    description: text(500).optional(),
  })
  .refine(work => (work.minutes !== undefined) !== (work.from !== undefined && work.to !== undefined), {
    error: 'give minutes, or both from and to',
    path: ['minutes'],
  })
  .meta({ id: 'WorkInput' })
export type WorkInput = z.infer<typeof WorkInput>

export const WaitInput = z.object({ on: WaitingOn, reason: text(300), whom: text(120).optional(), at })
export const ResolveInput = z.object({ restoredAt: at, solution: text(8000).optional() })

/** An answer with the minutes worked on it and what happens next, in one go. */
export const ReplyInput = z
  .object({
    text: text(8000),
    work: WorkInput.optional(),
    next: z
      .discriminatedUnion('do', [
        z.object({ do: z.literal('wait'), ...WaitInput.shape }),
        z.object({ do: z.literal('resolve'), restoredAt: at }),
      ])
      .optional(),
  })
  .meta({ id: 'ReplyInput' })
export const NoteInput = z.object({ text: text(8000), work: WorkInput.optional() }).meta({ id: 'NoteInput' })

export const StartInput = z.object({ reason: text(300).optional(), at })
export const ResumeInput = z.object({ reason: text(300).optional(), at })
export const CloseInput = z.object({ reason: text(300).optional(), at })
export const WithdrawInput = z.object({ reason: text(300).optional() })
export const ReopenInput = z.object({ reason: text(300).optional(), at })
export const ContestInput = z.object({ text: text(500) })
/** `since`: beginning of the contested pause. */
export const PauseDecisionInput = z.object({ since: Instant, outcome: z.enum(['upheld', 'struck']), reason: text(200) })
export const AssignInput = z
  .object({ assignee: person.nullable().optional(), team: Id.optional() })
  .refine(input => input.assignee !== undefined || input.team !== undefined, 'name an assignee or a team')
export const PriorityInput = z.object({ impact: Level, urgency: Level })
export const LabelsInput = z.object({ labels: z.array(text(40)).max(20) })
export const OnSiteInput = z.object({ at, site: Id.optional() })
export const ArrivalInput = z.object({ at })
export const DutyInput = z.object({ clause: text(40), note: text(2000), evidence: z.array(Id).max(10).default([]), at })
export const ScopeInput = z.object({
  outcome: z.enum(['covered', 'out-of-scope']),
  clause: text(40).optional(),
  reason: text(300),
})
export const ChooseContractInput = z.object({ contract: Id })
export const QuoteInput = z.object({ text: text(1000), price: QuoteMode, expiresAt: Instant })
export const QuoteAnswerInput = z.object({
  how: z.enum(['portal', 'portal-phone']).default('portal'),
  note: text(300).optional(),
})

export const PartInput = z
  .object({
    name: text(120),
    quantity: z.int().min(1).max(10_000),
    /** Purchase cost of one, tax included. */
    unitCost: Money.optional(),
    supplier: text(120).optional(),
    receipt: Id.optional(),
    device: Id.optional(),
    at,
  })
  .meta({ id: 'TicketPartInput' })
export const PartFactsInput = z
  .object({ unitCost: Money.optional(), receipt: Id.optional() })
  .refine(facts => facts.unitCost !== undefined || facts.receipt !== undefined, 'name the cost or the receipt')
