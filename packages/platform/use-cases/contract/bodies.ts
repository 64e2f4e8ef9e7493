import { createHash } from 'node:crypto'
import type { BodyRef } from '@pactdesk/domain/outsourcing/contract/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'

/** Puts free text or personal data beside the history; the event holds what this answers. */
export function keepBody(uow: UnitOfWork, loaded: { pk: string }, text: string): BodyRef {
  const id = uow.env.newId()
  uow.body(loaded, id, text)
  return { id, sha256: createHash('sha256').update(text).digest('hex') }
}

/** The bodies of a contract by id; one that was erased is absent. */
export async function bodiesOf(uow: UnitOfWork, client: string, contract: string): Promise<Map<string, string>> {
  const items = await queryAll(uow.database, uow.ctx, { scope: 'client', client, part: `K#${contract}`, prefix: 'B#' }, 200)
  return new Map(items.map(item => [(item.sk as string).slice(2), (item.data as { text: string }).text]))
}
