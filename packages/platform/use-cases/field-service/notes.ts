import type { NoteRef } from '@pactdesk/domain/outsourcing/field-service/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import { keepBody } from '../contract/bodies.ts'

/** What somebody wrote, kept beside the visit's history; absent when nothing was written. */
export const keepNote = (uow: UnitOfWork, visit: { pk: string }, text: string | undefined): NoteRef | undefined =>
  text === undefined ? undefined : keepBody(uow, visit, text)

/** The notes of a visit by id, with those of this very commit; one that was erased is absent. */
export async function notesOf(
  uow: UnitOfWork,
  visit: { pk: string; ref: { client?: string; id: string } },
): Promise<Map<string, string>> {
  const { client = '', id } = visit.ref
  const query = { scope: 'client', client, part: `VIS#${id}`, prefix: 'B#' } as const
  const held = await queryAll(uow.database, uow.ctx, query, 500)
  const fresh = uow.bodies.filter(body => body.pk === visit.pk).map(body => [body.id, body.text] as const)
  return new Map([...held.map(item => [(item.sk as string).slice(2), (item.data as { text: string }).text] as const), ...fresh])
}
