import * as routes from '@pactdesk/domain/service-desk/matrix'
import { type PriorityMatrix, standardMatrix } from '@pactdesk/domain/service-support/incident/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { defineRecord } from '../../table/record.ts'

/** The provider's own table, which its clients' people may read. */
const publishedMatrix = defineRecord<'matrix', PriorityMatrix>({
  type: 'priority-matrix',
  scope: 'published',
  sv: 1,
  upcasts: [],
  key: () => ({ part: 'MATRIX', sort: '#' }),
})

export const matrixOf = async (uow: UnitOfWork): Promise<PriorityMatrix> =>
  (await uow.getRecord(publishedMatrix, 'matrix'))?.value ?? standardMatrix

const getPriorityMatrix = handle(routes.getPriorityMatrix, ({ uow }) => matrixOf(uow))

const setPriorityMatrix = handle(routes.setPriorityMatrix, async ({ uow, body }) => {
  uow.putRecord(publishedMatrix, 'matrix', body, 'any')
  return body
})

export const matrixHandlers = [getPriorityMatrix, setPriorityMatrix]
