import type { IndexEntry, Scope } from '@pactdesk/domain/kernel/aggregate'
import { mayServe, type TenantContext } from '@pactdesk/domain/kernel/context'
import { DomainFailure } from '@pactdesk/domain/kernel/result'

/**
 * Partition keys, built only from a verified tenant context. Partition key = authorization scope; ids hold no `#`,
 * so the closing `#` keeps `P#ab#` from matching `P#abc#`.
 */
const idPattern = /^[0-9A-Za-z_-]{1,64}$/
const partPattern = /^[0-9A-Za-z_:.-]+(#[0-9A-Za-z_:.-]+)*#?$/

export function assertId(id: string): string {
  if (!idPattern.test(id))
    throw new DomainFailure({ code: 'table.bad-id', kind: 'not-found', detail: `"${id.slice(0, 80)}" is no id` })
  return id
}

export const providerPrefix = (context: TenantContext) => `P#${assertId(context.provider)}#`

/** Prefix of a scope, e.g. `P#chengxin#C#LANHAI#`. A client the context may not name is as good as absent: 404. */
export function scopePrefix(context: TenantContext, scope: Scope, client?: string): string {
  const provider = providerPrefix(context)
  if (scope === 'published') return `${provider}PUB#`
  if (scope === 'provider') {
    if (context.kind === 'client') throw outOfScope('the provider')
    return provider
  }
  if (!client || !mayServe(context, client)) throw outOfScope(`client ${client ?? ''}`)
  if (scope === 'internal') {
    if (context.kind === 'client') throw outOfScope('internal records')
    return `${provider}I#${assertId(client)}#`
  }
  return `${provider}C#${assertId(client)}#`
}

function outOfScope(what: string) {
  return new DomainFailure({ code: 'tenancy.not-found', kind: 'not-found', detail: `${what} is not here` })
}

/** Keys directly under `P#p#` must not look like another scope. */
const reserved = new Set(['C', 'I', 'PUB'])

export function partitionKey(context: TenantContext, scope: Scope, part: string, client?: string): string {
  if (!partPattern.test(part))
    throw new DomainFailure({ code: 'table.bad-key', kind: 'not-found', detail: `"${part.slice(0, 80)}" is no key` })
  if (scope === 'provider' && reserved.has(part.split('#')[0]!)) throw new Error(`${part} would leave the provider's scope`)
  return scopePrefix(context, scope, client) + part
}

export type IndexName = 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4' | 'gsi5'

/** Index keys of an item: gsi1 and gsi4 in P of its own provider, gsi2 and gsi5 in its own C. */
export function indexKeys(
  context: TenantContext,
  scope: Scope,
  client: string | undefined,
  entries: { gsi1?: IndexEntry; gsi2?: IndexEntry; gsi4?: IndexEntry; gsi5?: IndexEntry },
): Record<string, string> {
  const keys: Record<string, string> = {}
  const provider = providerPrefix(context)
  for (const index of ['gsi1', 'gsi4'] as const) {
    const entry = entries[index]
    if (entry) Object.assign(keys, { [`${index}pk`]: provider + checked(entry.part), [`${index}sk`]: entry.sort })
  }
  for (const index of ['gsi2', 'gsi5'] as const) {
    const entry = entries[index]
    if (!entry) continue
    if (scope !== 'client') throw new Error(`an item in scope ${scope} never carries a client key (${index})`)
    Object.assign(keys, {
      [`${index}pk`]: scopePrefix(context, 'client', client) + checked(entry.part),
      [`${index}sk`]: entry.sort,
    })
  }
  return keys
}

function checked(part: string): string {
  if (!partPattern.test(part) || reserved.has(part.split('#')[0]!)) throw new Error(`"${part}" is no index part`)
  return part
}

export const timerShards = 16

/** Timers spread over 16 partitions by a stable hash of the item's key; readable by the tick alone. */
export function timerKeys(pk: string, dueAt: string): { gsi3pk: string; gsi3sk: string } {
  let hash = 0
  for (let at = 0; at < pk.length; at++) hash = (Math.imul(hash, 31) + pk.charCodeAt(at)) >>> 0
  return { gsi3pk: timerShard(hash % timerShards), gsi3sk: `${dueAt}#${pk}` }
}

export const timerShard = (shard: number) => `DUE#${String(shard).padStart(2, '0')}`

/** What a partition key says of its owner; used by relay, tick and `verify`, which serve all tenants. */
export function ownerOf(pk: string): { provider: string; scope: Scope; client?: string; rest: string } | undefined {
  const found = /^P#([0-9A-Za-z_-]+)#(?:(C|I)#([0-9A-Za-z_-]+)#|(PUB)#)?(.*)$/.exec(pk)
  if (!found) return undefined
  const [, provider = '', kind, client, published, rest = ''] = found
  if (kind) return { provider, scope: kind === 'C' ? 'client' : 'internal', client: client!, rest }
  return { provider, scope: published ? 'published' : 'provider', rest }
}
