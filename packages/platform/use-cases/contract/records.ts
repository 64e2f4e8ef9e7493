import { createHash } from 'node:crypto'
import type { ContractTerms, RegisteredContract } from '@pactdesk/domain/outsourcing/contract/index'
import { defineRecord } from '../../table/record.ts'

/**
 * Key of a number: itself where it can be one, else the hash of its characters. Full-width and half-width forms are the same number,
 * as a person reads them.
 */
export function numberKey(number: string): string {
  const read = number.normalize('NFKC')
  if (/^[0-9A-Za-z][0-9A-Za-z_-]{0,39}$/.test(read)) return read
  return `:${createHash('sha256').update(read).digest('hex')}`
}

/** A contract number is used once a provider. */
export const contractNumber = defineRecord<string, { contract: string; client: string }>({
  type: 'contract-number',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  key: number => ({ part: `UQ#contract#${numberKey(number)}`, sort: '#' }),
})

/**
 * A client's contracts in force, in one record: read to choose a contract, and its version is the guard that keeps two
 * contracts for one site from being signed at the same moment.
 */
export const contractRegister = defineRecord<string, { contracts: RegisteredContract[] }>({
  type: 'contract-register',
  scope: 'client',
  sv: 1,
  upcasts: [],
  key: client => ({ client, part: 'ACTIVE', sort: '#' }),
})

/** One version's terms, as tickets, visits and bills pin it. Written when it comes into force and never again. */
export const contractVersion = defineRecord<
  { client: string; contract: string; version: number },
  { version: number; terms: ContractTerms; from: string }
>({
  type: 'contract-version',
  scope: 'client',
  sv: 1,
  upcasts: [],
  key: ({ client, contract, version }) => ({ client, part: `K#${contract}`, sort: `V#${String(version).padStart(4, '0')}` }),
})

/** Where a contract's revenue and cost are gathered. */
export const costCentre = defineRecord<
  string,
  { contract: string; client: string; number: string; name: string; from: string; to: string }
>({
  type: 'cost-centre',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  key: contract => ({ part: 'COSTCENTRES', sort: contract }),
})
