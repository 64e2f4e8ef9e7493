import { defineRoute } from '../kernel/route.ts'
import { deskReaders } from '../service-support/incident/actions.ts'
import { PriorityMatrix } from '../service-support/incident/priority.ts'

const path = '/api/desk/priority-matrix'

export const getPriorityMatrix = defineRoute({
  id: 'getPriorityMatrix',
  group: 'desk',
  method: 'GET',
  path,
  summary: "How impact and urgency give a priority: the provider's own table, or the standard one",
  roles: [...deskReaders, 'client-user', 'client-approver', 'client-owner'],
  response: PriorityMatrix,
})
export const setPriorityMatrix = defineRoute({
  id: 'setPriorityMatrix',
  group: 'desk',
  method: 'PUT',
  path,
  summary: 'Publish another table; tickets keep the priority they have',
  roles: ['admin', 'service-manager'],
  body: PriorityMatrix,
  response: PriorityMatrix,
})
