import * as z from 'zod'
import { clientRoles, staffRoles } from '../../kernel/context.ts'
import { Id } from '../../kernel/ids.ts'
import { defineRoute, PageQuery, pageOf } from '../../kernel/route.ts'
import { LocalDate, Month } from '../../kernel/time.ts'
import { dispatchers, visitors, visitReaders } from './actions.ts'
import * as inputs from './inputs.ts'
import { VisitFileLink, VisitRow, VisitView } from './views.ts'

const group = 'desk'
const visits = '/api/desk/clients/{client}/visits'
const one = `${visits}/{visit}` as const

/** A command on one visit: all answer the visit as it is then. */
const command = <Name extends string, Body extends z.ZodType>(
  id: string,
  name: Name,
  summary: string,
  roles: Parameters<typeof defineRoute>[0]['roles'],
  body: Body,
) => defineRoute({ id, group, method: 'POST', path: `${one}/${name}` as const, summary, roles, body, response: VisitView })

export const listVisits = defineRoute({
  id: 'listVisits',
  group,
  method: 'GET',
  path: '/api/desk/visits',
  summary: 'Visits of a week, of all clients the caller serves, or of one technician (`me`)',
  roles: staffRoles,
  query: PageQuery.extend({
    week: z
      .string()
      .regex(/^\d{4}-W\d{2}$/, 'a week looks like 2026-W42')
      .optional(),
    technician: z.string().max(128).optional(),
    from: LocalDate.optional(),
    to: LocalDate.optional(),
  }).refine(query => query.week !== undefined || query.technician !== undefined, 'name a week or a technician'),
  response: pageOf(VisitRow),
})
export const listClientVisits = defineRoute({
  id: 'listClientVisits',
  group,
  method: 'GET',
  path: visits,
  summary: 'Visits of a client between two dates, the last one included; of one ticket, which a client-user has to name',
  roles: [...staffRoles, ...clientRoles],
  query: PageQuery.extend({ from: LocalDate.optional(), to: LocalDate.optional(), ticket: Id.optional() }),
  response: pageOf(VisitRow),
})
export const dispatchVisit = defineRoute({
  id: 'dispatchVisit',
  group,
  method: 'POST',
  path: visits,
  summary: 'Send a technician for one or more tickets',
  roles: visitors,
  body: inputs.Dispatch,
  response: VisitView,
  status: 201,
})
export const getVisit = defineRoute({
  id: 'getVisit',
  group,
  method: 'GET',
  path: one,
  summary: 'One visit',
  roles: [...staffRoles, ...clientRoles],
  response: VisitView,
})
export const getVisitReport = defineRoute({
  id: 'getVisitReport',
  group,
  method: 'GET',
  path: `${one}/report`,
  summary: 'The service report of a signed or accepted visit: a link to the stored PDF and the hash of its bytes',
  roles: [...staffRoles, ...clientRoles],
  response: VisitFileLink,
})
export const getVisitFile = defineRoute({
  id: 'getVisitFile',
  group,
  method: 'GET',
  path: `${one}/files/{sha256}`,
  summary: 'A picture that the visit refers to, by its hash: a receipt, the photo of an absence, the signature',
  roles: [...staffRoles, ...visitReaders],
  response: VisitFileLink,
})

export const scheduleVisit = command('scheduleVisit', 'schedule', 'Name technician, day and window', dispatchers, inputs.Schedule)
export const moveVisit = command('moveVisit', 'move', 'Move to another day, with who asked and why', visitors, inputs.Move)
export const cancelVisit = command('cancelVisit', 'cancel', 'Cancel, with who asked and why', dispatchers, inputs.Cancel)
export const joinTicket = command('joinTicket', 'tickets', 'Serve one more ticket on this visit', visitors, inputs.JoinTicket)
export const startTravel = command('startTravel', 'travel', 'Set off', visitors, inputs.Travel)
export const arriveAtVisit = command(
  'arriveAtVisit',
  'arrive',
  'Arrive: by the button with position, or typed with place and reason',
  visitors,
  inputs.Arriving,
)
export const beginVisit = command('beginVisit', 'begin', 'Begin the work', visitors, inputs.Begin)
export const checkVisit = command('checkVisit', 'checks', 'Record results of the checklist', visitors, inputs.CheckInputs)
export const addVisitPart = command(
  'addVisitPart',
  'parts',
  'Add a part; cost and receipt may follow',
  visitors,
  inputs.PartInput,
)
export const completeVisitPart = defineRoute({
  id: 'completeVisitPart',
  group,
  method: 'POST',
  path: `${one}/parts/{part}`,
  summary: 'Add cost, supplier or receipt to a part',
  roles: [...visitors, 'finance'],
  body: inputs.PartFacts,
  response: VisitView,
})
export const removeVisitPart = defineRoute({
  id: 'removeVisitPart',
  group,
  method: 'POST',
  path: `${one}/parts/{part}/remove`,
  summary: 'Take a wrong part off a visit that still runs',
  roles: visitors,
  body: inputs.Removal,
  response: VisitView,
})
export const finishVisit = command('finishVisit', 'finish', 'Leave with the work done', visitors, inputs.Finish)
export const reportNoAccess = command('reportNoAccess', 'no-access', 'Nobody let us in', visitors, inputs.Unattended)
export const signVisit = command(
  'signVisit',
  'sign',
  'The client signs, on the phone or in the portal',
  [...visitors, ...visitReaders],
  inputs.Signing,
)
export const leaveUnsigned = command(
  'leaveUnsigned',
  'unsigned',
  'Nobody signed, and why',
  visitors,
  inputs.Unattended.omit({ at: true }),
)
export const acceptUnsigned = command(
  'acceptUnsigned',
  'accept',
  'Answer for a report without signature',
  ['admin', 'service-manager'],
  inputs.Accept,
)
export const workRemotely = command('workRemotely', 'remote', 'Record remote work of this visit', visitors, inputs.Remote)
export const makeUpVisit = defineRoute({
  id: 'makeUpVisit',
  group,
  method: 'POST',
  path: `${one}/make-up`,
  summary: 'Make up for devices that were not maintained: on site, or done remotely',
  roles: visitors,
  body: inputs.MakeUp,
  response: VisitView,
  status: 201,
})

export const getMaintenance = defineRoute({
  id: 'getMaintenance',
  group,
  method: 'GET',
  path: '/api/desk/clients/{client}/maintenance/{month}',
  summary: 'Maintenance of a month: devices due and maintained, visits, make-ups',
  roles: [...staffRoles, ...visitReaders],
  response: z.object({
    month: Month,
    devicesDue: z.int(),
    devicesMaintained: z.int(),
    visitsPlanned: z.int(),
    visitsDone: z.int(),
    makeUps: z.int(),
    open: z.array(z.string()),
  }),
})

export const visitRoutes = [
  listVisits,
  listClientVisits,
  dispatchVisit,
  getVisit,
  getVisitReport,
  getVisitFile,
  scheduleVisit,
  moveVisit,
  cancelVisit,
  joinTicket,
  startTravel,
  arriveAtVisit,
  beginVisit,
  checkVisit,
  addVisitPart,
  completeVisitPart,
  removeVisitPart,
  finishVisit,
  reportNoAccess,
  signVisit,
  leaveUnsigned,
  acceptUnsigned,
  workRemotely,
  makeUpVisit,
  getMaintenance,
]
