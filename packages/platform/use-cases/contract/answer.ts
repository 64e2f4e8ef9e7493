import { notFound, unwrap } from '@pactdesk/domain/kernel/result'
import {
  type Contract,
  type ContractEvent,
  type ContractView,
  contractAggregate,
  contractRow,
  contractView,
  type Signatories,
  SignatureEvidence,
  visibleTo,
} from '@pactdesk/domain/outsourcing/contract/index'
import type { Loaded, UnitOfWork } from '../../run/unit-of-work.ts'
import { bodiesOf } from './bodies.ts'

export type LoadedContract = Loaded<Contract, ContractEvent>

/** The contract a request is about; to a client's people a draft does not exist. */
export async function subjectContract(uow: UnitOfWork, client: string, id: string): Promise<LoadedContract> {
  const loaded = await uow.subject(contractAggregate, { client, id })
  if (visibleTo(loaded.state, uow.ctx)) return loaded
  return unwrap(notFound('contract.not-found', `contract ${id} is not here`))
}

/** Evidence of signatures on the screen, as far as it was not erased. */
export async function evidenceOf(
  uow: UnitOfWork,
  contract: Contract,
): Promise<Partial<Record<'provider' | 'client', SignatureEvidence>>> {
  const signatures = 'signatures' in contract ? Object.entries(contract.signatures) : []
  if (!signatures.some(([, { by }]) => by === 'portal')) return {}
  const bodies = await bodiesOf(uow, contract.client, contract.id)
  return Object.fromEntries(
    signatures.flatMap(([party, signature]) => {
      const text = signature.by === 'portal' ? bodies.get(signature.evidence.id) : undefined
      return text ? [[party, SignatureEvidence.parse(JSON.parse(text))]] : []
    }),
  )
}

/** What a command or read answers; `fresh` is evidence that this very commit writes. */
export async function answer(
  uow: UnitOfWork,
  { state, version }: LoadedContract,
  etag: (version: number) => void,
  fresh: Partial<Record<'provider' | 'client', SignatureEvidence>> = {},
): Promise<ContractView> {
  etag(version)
  const known = { ...(await evidenceOf(uow, state)), ...fresh }
  const signatories: Signatories = Object.fromEntries(
    Object.entries(known).map(([party, { name, title }]) => [party, { name, title }]),
  )
  return contractView(state, contractRow(state), signatories, uow.ctx, uow.env.now)
}
