import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { arrivalMinutesOf, type ContractTerms, targetsOf } from '@pactdesk/domain/outsourcing/contract/index'
import type { Calendar } from '@pactdesk/domain/service-delivery/service-level/index'
import type { Pinned, ServicePolicy } from '@pactdesk/domain/service-support/incident/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { termsOfVersion } from '../contract/register.ts'

const kept = new Map<string, ContractTerms>()
const keptMost = 500

/** Terms of a contract version. A version never changes, so it is read once a process. */
export async function termsOf(uow: UnitOfWork, client: string, contract: string, version: number): Promise<ContractTerms> {
  const key = `${uow.database.table}|${uow.ctx.provider}|${client}|${contract}|${version}`
  const known = kept.get(key)
  if (known) return known
  const terms = await termsOfVersion(uow, client, { contract, version })
  if (kept.size >= keptMost) kept.clear()
  kept.set(key, terms)
  return terms
}

export const pinnedTerms = async (uow: UnitOfWork, client: string, pinned: Pinned): Promise<ContractTerms | undefined> =>
  pinned.outcome === 'chosen' ? termsOf(uow, client, pinned.contract, pinned.version) : undefined

export function policyUnder(terms: ContractTerms, site: string | undefined): ServicePolicy {
  const minutes = site === undefined ? undefined : arrivalMinutesOf(terms, site)
  return {
    targets: targetsOf(terms),
    calendar: terms.calendar,
    ...(minutes !== undefined && { siteArrivalMinutes: minutes }),
  }
}

/** Calendar of a row's contract, for the time left on its promise. */
export async function calendarOf(
  uow: UnitOfWork,
  row: { client: string; contract?: { id: string; version: number } | undefined },
): Promise<Calendar | undefined> {
  return row.contract && (await termsOf(uow, row.client, row.contract.id, row.contract.version)).calendar
}

/** Which side of the contract the caller is on. */
export const sideOf = (ctx: TenantContext): 'client' | 'provider' => (ctx.kind === 'client' ? 'client' : 'provider')
