import * as z from 'zod'
import type { TenantContext } from '../../kernel/context.ts'
import { hasRole } from '../../kernel/context.ts'
import { ClientKey, FileRef, Id, Sha256 } from '../../kernel/ids.ts'
import { Money } from '../../kernel/money.ts'
import { Instant, LocalDate } from '../../kernel/time.ts'
import { type Contract, commandsIn, Ending, isBinding, OpeningState, ScheduledBill, StepState } from './contract.ts'
import { daysOf } from './days.ts'
import { DraftTerms, draftOfTerms } from './draft-terms.ts'
import { ContractNeed } from './needs.ts'
import type { Signature } from './signature.ts'
import { Clause, printedClauses } from './template/fill.ts'
import { textOf } from './template/registry.ts'

/** Who keeps contracts on the provider's side. */
export const contractEditors = ['admin', 'account-manager'] as const
/** Who may read them; the technician needs the promises, the client's owner alone sees them on the client's side. */
export const contractReaders = [
  'admin',
  'account-manager',
  'service-manager',
  'service-desk',
  'technician',
  'finance',
  'client-owner',
] as const

const Status = z.enum(['draft', 'discarded', 'offered', 'signed-by-provider', 'active', 'ended'])
const Bilingual = z.object({ zh: z.string(), en: z.string() })

export const ContractRow = z
  .object({
    id: Id,
    client: ClientKey,
    clientName: z.string(),
    number: z.string(),
    template: z.string(),
    status: Status,
    version: z.int(),
    firstDay: LocalDate,
    /** Inclusive; the last service day of a contract ended early. */
    lastDay: LocalDate,
    total: Money,
    need: ContractNeed,
    signedOn: LocalDate.optional(),
  })
  .meta({ id: 'ContractRow' })
export type ContractRow = z.infer<typeof ContractRow>

export const SignatureView = z
  .object({
    party: z.enum(['provider', 'client']),
    by: z.enum(['portal', 'paper']),
    on: LocalDate,
    at: Instant.optional(),
    name: z.string().optional(),
    title: z.string().optional(),
    documentSha256: Sha256.optional(),
    scan: FileRef.optional(),
  })
  .meta({ id: 'ContractSignatureView' })
export type SignatureView = z.infer<typeof SignatureView>

export const ContractView = ContractRow.extend({
  name: Bilingual,
  preamble: Bilingual,
  closing: Bilingual,
  clauses: z.array(Clause),
  /** How many of the clauses are printed: all of them must be read before signing. */
  printedClauses: z.int(),
  /** How many the system executes by itself. */
  actingClauses: z.int(),
  terms: DraftTerms,
  provisional: z.boolean(),
  document: z.object({ status: z.enum(['none', 'requested', 'stored']), sha256: Sha256.optional() }),
  signedDocument: z.object({ status: z.enum(['none', 'requested', 'stored']), sha256: Sha256.optional() }),
  signatures: z.array(SignatureView),
  how: z.enum(['portal', 'paper', 'recorded']).optional(),
  /** Days of the term: served up to and including today, all, and those still to come. */
  days: z.object({ served: z.int(), all: z.int(), left: z.int() }),
  schedule: z.array(ScheduledBill),
  opening: OpeningState.optional(),
  ending: Ending.optional(),
  renewalOf: Id.optional(),
  /** What the caller may do now. */
  actions: z.array(z.string()),
  /** Staff only: the steps of the activation. */
  steps: z.array(StepState).optional(),
}).meta({ id: 'ContractView' })
export type ContractView = z.infer<typeof ContractView>

/** Names and titles of signatories, read from the evidence beside the history. */
export type Signatories = Partial<Record<'provider' | 'client', { name: string; title: string }>>

/** A contract exists for the client's people from its offer on; discarded ones never do. */
export const visibleTo = (contract: Contract, ctx: TenantContext): boolean =>
  ctx.kind !== 'client' || (contract.status !== 'draft' && contract.status !== 'discarded')

/** One contract as the caller may see it, as of a business instant. */
export function contractView(
  contract: Contract,
  row: ContractRow,
  signatories: Signatories,
  ctx: TenantContext,
  now: Instant,
): ContractView {
  const text = textOf(contract.terms)
  const binding = isBinding(contract) ? contract : undefined
  return {
    ...row,
    ...text,
    printedClauses: printedClauses(text).length,
    actingClauses: text.clauses.filter(({ acts }) => acts).length,
    terms: draftOfTerms(contract.terms),
    provisional: 'provisional' in contract && contract.provisional,
    document: documentView('document' in contract ? contract.document : undefined),
    signedDocument: documentView(binding?.signedDocument),
    signatures: signatureViews(contract, signatories),
    ...(binding && { how: binding.how }),
    days: daysOf(contract, now),
    schedule: binding?.schedule ?? [],
    ...(binding?.opening && { opening: binding.opening }),
    ...(binding?.ending && { ending: binding.ending }),
    ...(contract.renewalOf && { renewalOf: contract.renewalOf }),
    actions: actionsOf(contract, ctx),
    ...(ctx.kind !== 'client' && binding && { steps: binding.steps }),
  }
}

type Party = 'provider' | 'client'
type Stored = { status: 'requested' } | { status: 'stored'; file: FileRef }

const documentView = (document?: Stored) =>
  document === undefined
    ? { status: 'none' as const }
    : { status: document.status, ...(document.status === 'stored' && { sha256: document.file.sha256 }) }

/** In the order in which the portal asks for them; a stored map has no order of its own. */
function signatureViews(contract: Contract, names: Signatories): SignatureView[] {
  if (!('signatures' in contract)) return []
  const signatures: Partial<Record<Party, Signature>> = contract.signatures
  return (['provider', 'client'] as const).flatMap(party => {
    const signature = signatures[party]
    if (!signature) return []
    const { by, on, documentSha256 } = signature
    return [
      {
        party,
        by,
        on,
        ...names[party],
        ...(signature.by === 'portal' ? { at: signature.at } : signature.scan && { scan: signature.scan }),
        ...(documentSha256 && { documentSha256 }),
      },
    ]
  })
}

const clientCommands = ['sign-as-client']
const timerCommands = ['expire', 'terminate']

/** Commands of the machine that the caller's roles allow, and signing as long as its document is stored. */
export function actionsOf(contract: Contract, ctx: TenantContext): string[] {
  const owner = ctx.kind === 'client' && hasRole(ctx, 'client-owner')
  const editor = ctx.kind !== 'client' && hasRole(ctx, ...contractEditors)
  const stored = 'document' in contract && contract.document?.status === 'stored'
  const noticed = isBinding(contract) && contract.ending !== undefined
  const possible = commandsIn(contract.status)
    .filter(command => !timerCommands.includes(command))
    .filter(command => (clientCommands.includes(command) ? owner : editor))
    .filter(command => stored || !command.startsWith('sign-'))
    .filter(command => command !== (noticed ? 'give-notice' : 'take-back-notice'))
  return [...possible, ...(editor && isBinding(contract) ? ['draft-renewal'] : [])]
}
