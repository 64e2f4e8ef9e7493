import * as z from 'zod'
import { defineEvent, type EventsOf } from '../../kernel/event.ts'
import { ClientKey, FileRef, Id } from '../../kernel/ids.ts'
import { LocalDate, Month } from '../../kernel/time.ts'
import { ActivationStep, Ending, OpeningState, Progress, ScheduledBill } from './contract.ts'
import { BodyRef, Signature } from './signature.ts'
import { ContractTerms } from './terms.ts'

const of = { contract: Id, client: ClientKey }
const version = z.int().min(1)
const DocumentKind = z.enum(['offer', 'signed'])
export type DocumentKind = z.infer<typeof DocumentKind>

/** What happens to contracts. The client's people hear of a contract from the offer on. */
export const contractEvents = {
  drafted: defineEvent('contract', 'drafted', 1, 'staff', z.object({ ...of, terms: ContractTerms, renewalOf: Id.optional() })),
  draftChanged: defineEvent('contract', 'draft-changed', 1, 'staff', z.object({ ...of, terms: ContractTerms })),
  draftDiscarded: defineEvent('contract', 'draft-discarded', 1, 'staff', z.object({ ...of, reason: BodyRef.optional() })),
  /** Words and terms are frozen. */
  offered: defineEvent(
    'contract',
    'offered',
    1,
    'client',
    z.object({ ...of, version, clauses: z.int(), provisional: z.boolean() }),
  ),
  /** The documents module renders, stores and answers with `documentStored`. */
  documentRequested: defineEvent(
    'contract',
    'document-requested',
    1,
    'staff',
    z.object({ ...of, version, document: DocumentKind }),
  ),
  documentStored: defineEvent(
    'contract',
    'document-stored',
    1,
    'client',
    z.object({ ...of, version, document: DocumentKind, file: FileRef }),
  ),
  offerWithdrawn: defineEvent('contract', 'offer-withdrawn', 1, 'client', z.object({ ...of, reason: BodyRef })),
  signedByProvider: defineEvent(
    'contract',
    'signed-by-provider',
    1,
    'client',
    z.object({ ...of, version, signature: Signature }),
  ),
  /** The second signature, or both on paper. `activated` follows in the same commit. */
  signed: defineEvent(
    'contract',
    'signed',
    1,
    'client',
    z.object({ ...of, version, providerSignature: Signature, clientSignature: Signature, signedOn: LocalDate }),
  ),
  /** From here the version is policy, calendar, rate card and entitlement: others pin `{contract, version}`, never copy. */
  activated: defineEvent(
    'contract',
    'activated',
    1,
    'client',
    z.object({
      ...of,
      version,
      number: z.string(),
      how: z.enum(['portal', 'paper', 'recorded']),
      signedOn: LocalDate,
      term: z.object({ from: LocalDate, to: LocalDate }),
      provisional: z.boolean(),
      opening: OpeningState.optional(),
      schedule: z.array(ScheduledBill),
      progress: Progress,
    }),
  ),
  stepDone: defineEvent(
    'contract',
    'activation-step-done',
    1,
    'staff',
    z.object({ ...of, step: ActivationStep, outcome: z.enum(['done', 'skipped']), note: z.string().max(200).optional() }),
  ),
  stepFailed: defineEvent(
    'contract',
    'activation-step-failed',
    1,
    'staff',
    z.object({ ...of, step: ActivationStep, note: z.string().max(200) }),
  ),
  /** A local day of the term has passed: devices in service have one device-day. */
  dayEnded: defineEvent('contract', 'day-ended', 1, 'staff', z.object({ ...of, version, date: LocalDate })),
  /** A month has passed, or the last service day: the prepaid fee is recognised up to `through` (inclusive). */
  monthEnded: defineEvent('contract', 'month-ended', 1, 'staff', z.object({ ...of, version, month: Month, through: LocalDate })),
  /** The visits of these months are to be planned. */
  visitsDue: defineEvent('contract', 'visits-due', 1, 'staff', z.object({ ...of, version, months: z.array(Month).min(1) })),
  expiryReminded: defineEvent(
    'contract',
    'expiry-reminded',
    1,
    'client',
    z.object({ ...of, number: z.string(), lastDay: LocalDate, daysLeft: z.int() }),
  ),
  noticeGiven: defineEvent('contract', 'notice-given', 1, 'client', z.object({ ...of, ending: Ending })),
  noticeTakenBack: defineEvent('contract', 'notice-taken-back', 1, 'client', z.object({ ...of, reason: BodyRef })),
  settled: defineEvent('contract', 'settled', 1, 'client', z.object({ ...of, settlement: Id })),
  ended: defineEvent(
    'contract',
    'ended',
    1,
    'client',
    z.object({ ...of, version, endedBy: z.enum(['expiry', 'termination']), lastServiceDay: LocalDate }),
  ),
}
export type ContractEvent = EventsOf<typeof contractEvents>
