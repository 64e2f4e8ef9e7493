import { addDays, monthOf, nextMonth } from '../../kernel/time.ts'
import {
  type ActivationStep,
  type ActiveContract,
  activationSteps,
  type BindingContract,
  type Contract,
  isBinding,
  type StepState,
} from './contract.ts'
import type { ContractEvent } from './events.ts'
import type { Signature } from './signature.ts'
import { nextVisitMonth } from './visit-months.ts'

/** Steps that the contract does by itself when it is activated; its timers are meters and reminders. */
const ownSteps: readonly ActivationStep[] = ['billing-schedule', 'reminders', 'device-meters']

/** The stored state is the fold of the history. */
export function evolve(state: Contract | undefined, event: ContractEvent, { at }: { at: string }): Contract {
  if (event.type === 'contract.drafted.v1') {
    const { contract: id, client, terms, renewalOf } = event.data
    return { status: 'draft', id, client, terms, version: 1, ...(renewalOf && { renewalOf }) }
  }
  if (!state) throw new Error(`${event.type} before the contract was drafted`)
  switch (event.type) {
    case 'contract.draft-changed.v1':
      return { ...base(state), status: 'draft', terms: event.data.terms }
    case 'contract.draft-discarded.v1':
      return { ...base(state), status: 'discarded' }
    case 'contract.offered.v1': {
      const { clauses, provisional } = event.data
      return { ...base(state), status: 'offered', document: { status: 'requested', at }, offeredAt: at, clauses, provisional }
    }
    case 'contract.document-requested.v1':
      return event.data.document === 'signed' && isBinding(state)
        ? { ...state, signedDocument: { status: 'requested', at } }
        : state
    case 'contract.document-stored.v1':
      return withDocument(state, event.data.document, { status: 'stored', file: event.data.file })
    case 'contract.offer-withdrawn.v1':
      return { ...base(state), status: 'draft' }
    case 'contract.signed-by-provider.v1': {
      if (state.status !== 'offered') throw new Error(`${event.type} in ${state.status}`)
      return { ...state, status: 'signed-by-provider', signatures: { provider: event.data.signature } }
    }
    case 'contract.signed.v1':
      return signed(state, event.data, at)
    case 'contract.activated.v1': {
      const { how, provisional, opening, schedule, progress } = event.data
      return { ...active(state), how, provisional, ...(opening && { opening }), schedule, progress }
    }
    case 'contract.activation-step-done.v1':
      return withStep(state, event.data.step, { status: event.data.outcome, at, note: event.data.note })
    case 'contract.activation-step-failed.v1':
      return withStep(state, event.data.step, { status: 'failed', at, note: event.data.note })
    case 'contract.day-ended.v1':
      return withProgress(state, { day: addDays(event.data.date, 1) })
    case 'contract.month-ended.v1':
      return withProgress(state, { month: nextMonth(event.data.month) })
    case 'contract.visits-due.v1':
      return withProgress(state, { visits: nextVisitMonth(state.terms, event.data.months.at(-1)!) })
    case 'contract.expiry-reminded.v1':
      return withProgress(state, { remindAt: undefined })
    case 'contract.notice-given.v1':
      return { ...active(state), ending: event.data.ending }
    case 'contract.notice-taken-back.v1': {
      const { ending: _, ...rest } = active(state)
      return rest
    }
    case 'contract.settled.v1':
      return isBinding(state) ? { ...state, settlement: event.data.settlement } : state
    case 'contract.ended.v1': {
      const { endedBy, lastServiceDay } = event.data
      return { ...active(state), status: 'ended', endedBy, endedOn: lastServiceDay }
    }
  }
}

/** What a contract is whatever its status. */
const base = ({ id, client, terms, version, renewalOf }: Contract) => ({
  id,
  client,
  terms,
  version,
  ...(renewalOf && { renewalOf }),
})

function active(state: Contract): ActiveContract {
  if (state.status === 'active') return state
  throw new Error(`contract ${state.id} is ${state.status}, not active`)
}

/** `activated`, which follows in the same commit, completes it. */
function signed(
  state: Contract,
  data: { providerSignature: Signature; clientSignature: Signature; signedOn: string },
  at: string,
): ActiveContract {
  return {
    ...base(state),
    status: 'active',
    how: 'portal',
    ...('document' in state && state.document && { document: state.document }),
    signatures: { provider: data.providerSignature, client: data.clientSignature },
    signedOn: data.signedOn,
    activatedAt: at,
    provisional: false,
    schedule: [],
    steps: activationSteps.map(step =>
      ownSteps.includes(step) ? { step, status: 'done', at, attempts: 1 } : { step, status: 'waiting', attempts: 0 },
    ),
    progress: { day: state.terms.term.from, month: monthOf(state.terms.term.from) },
  }
}

function withDocument(state: Contract, kind: 'offer' | 'signed', document: BindingContract['document'] & object): Contract {
  if (kind === 'signed') return isBinding(state) ? { ...state, signedDocument: document } : state
  return 'document' in state ? { ...state, document } : state
}

function withStep(
  state: Contract,
  step: ActivationStep,
  { note, ...change }: Pick<StepState, 'status' | 'at' | 'note'>,
): Contract {
  if (!isBinding(state)) return state
  const steps = state.steps.map(known =>
    known.step === step ? { step, ...change, attempts: known.attempts + 1, ...(note && { note }) } : known,
  )
  return { ...state, steps }
}

function withProgress(state: Contract, change: { [K in keyof ActiveContract['progress']]?: string | undefined }): ActiveContract {
  const known = active(state)
  const progress = Object.fromEntries(Object.entries({ ...known.progress, ...change }).filter(([, value]) => value !== undefined))
  return { ...known, progress: progress as ActiveContract['progress'] }
}
