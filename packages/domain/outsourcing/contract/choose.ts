import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import { type Instant, LocalDate, localDateOf, Zone } from '../../kernel/time.ts'
import { type Contract, servedUntil } from './contract.ts'
import { type Occupied, occupies } from './overlap.ts'

/** A contract in force, as the client's register of contracts keeps it: enough to choose one with a single read. */
export const RegisteredContract = z
  .object({
    contract: Id,
    version: z.int().min(1),
    number: z.string(),
    template: z.string(),
    /** Half-open dates; `to` is moved when the contract is ended early. */
    term: z.object({ from: LocalDate, to: LocalDate }),
    zone: Zone,
    sites: z.array(Id),
  })
  .meta({ id: 'RegisteredContract' })
export type RegisteredContract = z.infer<typeof RegisteredContract> & Occupied

export const registered = (contract: Contract): RegisteredContract => ({
  ...occupies(contract.id, contract.terms, servedUntil(contract)),
  version: contract.version,
  zone: contract.terms.billingZone,
  sites: contract.terms.sites.map(({ site }) => site),
})

/** Which contract applies, and why. What is ambiguous or missing waits in a queue for a person: never a guess. */
export const ContractChoice = z
  .discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('chosen'),
      contract: Id,
      version: z.int(),
      number: z.string(),
      reason: z.enum(['serves-the-site', 'only-contract-of-the-day', 'chosen-by-hand']),
    }),
    z.object({
      outcome: z.literal('ambiguous'),
      contracts: z.array(Id),
      reason: z.enum(['several-serve-the-site', 'several-without-site']),
    }),
    z.object({ outcome: z.literal('none'), reason: z.enum(['no-contract-on-that-day', 'site-not-in-contract']) }),
  ])
  .meta({ id: 'ContractChoice' })
export type ContractChoice = z.infer<typeof ContractChoice>

/** By the day of the moment in the contract's own zone, then by site. The order of `known` does not matter. */
export function chooseContract(known: readonly RegisteredContract[], at: Instant, site?: string): ContractChoice {
  const inForce = known
    .filter(({ term, zone }) => {
      const date = localDateOf(at, zone)
      return term.from <= date && date < term.to
    })
    .sort((a, b) => (a.contract < b.contract ? -1 : 1))
  if (inForce.length === 0) return { outcome: 'none', reason: 'no-contract-on-that-day' }
  const serving = site === undefined ? inForce : inForce.filter(({ sites }) => sites.includes(site))
  if (serving.length === 0) return { outcome: 'none', reason: 'site-not-in-contract' }
  const [only, ...more] = serving
  if (!only || more.length > 0)
    return {
      outcome: 'ambiguous',
      contracts: serving.map(({ contract }) => contract),
      reason: site === undefined ? 'several-without-site' : 'several-serve-the-site',
    }
  const { contract, version, number } = only
  return {
    outcome: 'chosen',
    contract,
    version,
    number,
    reason: site === undefined ? 'only-contract-of-the-day' : 'serves-the-site',
  }
}
