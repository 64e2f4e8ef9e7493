import type { FileRef } from '@pactdesk/domain/kernel/ids'
import { conflict, notFound, unwrap } from '@pactdesk/domain/kernel/result'
import { reportDue, type Visit, visitAggregate } from '@pactdesk/domain/outsourcing/field-service/index'
import * as routes from '@pactdesk/domain/outsourcing/field-service/routes'
import { downloadSeconds, fileStoreOf } from '../../files/store.ts'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { assertMaySee } from './answer.ts'

/** The stored report; before it is rendered the answer is a conflict that passes by itself. */
const getVisitReport = handle(routes.getVisitReport, async ({ ctx, uow, params: { client, visit: id } }) => {
  const loaded = await uow.load(visitAggregate, { client, id })
  await assertMaySee(ctx, uow, loaded)
  const visit = loaded.state
  if (!reportDue(visit)) return unwrap(notFound('field-service.no-report', `visit ${id} is neither signed nor accepted`))
  if (!visit.report)
    return unwrap(conflict('field-service.report-pending', 'the service report is being made; try again in a moment'))
  return linkTo(uow, visit.report)
})

/** What the visit itself names, and nothing else: a hash of another visit's file finds nothing here. */
const getVisitFile = handle(routes.getVisitFile, async ({ uow, params: { client, visit: id, sha256 } }) => {
  const { state } = await uow.load(visitAggregate, { client, id })
  const file = filesOf(state).find(known => known.sha256 === sha256)
  if (!file) return unwrap(notFound('field-service.no-file', `visit ${id} refers to no such file`))
  return linkTo(uow, file)
})

const filesOf = (visit: Visit): FileRef[] => [
  ...visit.parts.flatMap(({ receipt }) => receipt ?? []),
  ...('absence' in visit && visit.absence.photo ? [visit.absence.photo] : []),
  ...(visit.status === 'signed' && visit.signature.how === 'on-device' ? [visit.signature.strokes] : []),
]

async function linkTo(uow: UnitOfWork, { key, name, type, size, sha256 }: FileRef) {
  const url = await fileStoreOf(uow.database).downloadUrl(key, name, type)
  return { url, expiresInSeconds: downloadSeconds, name, type, size, sha256 }
}

export const fileHandlers = [getVisitReport, getVisitFile]
