import { createHash } from 'node:crypto'
import type { TextRef } from '@pactdesk/domain/service-support/incident/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'

/** A ticket has at most this many texts; more is an error, never a silent cut. */
const most = 2000

/** Puts words beside the history of a ticket (or of its internal twin), so that they can be erased. */
export function keepText(uow: UnitOfWork, owner: { pk: string }, text: string): TextRef {
  const ref = uow.env.newId()
  uow.body(owner, ref, text)
  return { ref, sha256: createHash('sha256').update(text).digest('hex') }
}

/** Words of a ticket by reference, those of this very commit too; erased ones are absent. */
export async function textsOf(
  uow: UnitOfWork,
  scope: 'client' | 'internal',
  client: string,
  ticket: string,
): Promise<Map<string, string>> {
  const items = await queryAll(uow.database, uow.ctx, { scope, client, part: `T#${ticket}`, prefix: 'B#' }, most)
  const pk = uow.key(scope, `T#${ticket}`, client)
  return new Map([
    ...items.map(item => [(item.sk as string).slice(2), (item.data as { text: string }).text] as const),
    ...uow.bodies.filter(body => body.pk === pk).map(body => [body.id, body.text] as const),
  ])
}
