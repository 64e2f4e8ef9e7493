import * as z from 'zod'
import { Id } from '../kernel/ids.ts'
import { defineRoute, PageQuery, pageOf } from '../kernel/route.ts'
import { Instant, Month } from '../kernel/time.ts'
import { Availability } from '../service-delivery/availability/index.ts'
import { Attainment } from '../service-delivery/service-level/attainment.ts'
import { deskReaders } from '../service-support/incident/actions.ts'
import { FeedPage, FeedQuery } from './feed.ts'
import { IncidentHistory } from './import/history.ts'
import { ImportJob, ImportOptions, ImportRow } from './import/job.ts'
import { DeskView, QueueRow } from './queue.ts'

const group = 'desk'
const client = '/api/desk/clients/{client}'
const importers = ['admin', 'service-manager'] as const
const people = ['client-user', 'client-approver', 'client-owner'] as const
const deciders = ['client-approver', 'client-owner'] as const

export const getQueue = defineRoute({
  id: 'getQueue',
  group,
  method: 'GET',
  path: '/api/desk/queue',
  summary: 'The open set of a team by time left, with the figure of each view',
  roles: deskReaders,
  query: z.object({ team: Id.default('desk'), view: DeskView.default('all') }),
  response: z.object({ rows: z.array(QueueRow), counts: z.record(DeskView, z.int()), asOf: Instant }).meta({ id: 'DeskQueue' }),
})
export const listMyTickets = defineRoute({
  id: 'listMyTickets',
  group,
  method: 'GET',
  path: '/api/desk/mine',
  summary: 'Open tickets assigned to the caller, in all teams',
  roles: deskReaders,
  response: z.object({ rows: z.array(QueueRow), asOf: Instant }).meta({ id: 'MyTickets' }),
})
export const listOpenTickets = defineRoute({
  id: 'listOpenTickets',
  group,
  method: 'GET',
  path: `${client}/open-tickets`,
  summary: 'All tickets of a client that are not closed',
  roles: [...deskReaders, ...deciders],
  response: z.object({ rows: z.array(QueueRow), asOf: Instant }).meta({ id: 'OpenTickets' }),
})
export const listClosedTickets = defineRoute({
  id: 'listClosedTickets',
  group,
  method: 'GET',
  path: `${client}/closed-tickets`,
  summary: 'Tickets of a client closed in a month (UTC), the latest first',
  roles: [...deskReaders, ...deciders],
  query: PageQuery.extend({ month: Month }),
  response: pageOf(QueueRow),
})
export const listMyRequests = defineRoute({
  id: 'listMyRequests',
  group,
  method: 'GET',
  path: `${client}/requests`,
  summary: "The caller's own requests, the latest first",
  roles: people,
  query: PageQuery,
  response: pageOf(QueueRow),
})
export const getFeed = defineRoute({
  id: 'getFeed',
  group,
  method: 'GET',
  path: '/api/desk/feed',
  summary: 'What happened since, for all clients the caller serves',
  roles: deskReaders,
  query: FeedQuery,
  response: FeedPage,
})
export const getClientFeed = defineRoute({
  id: 'getClientFeed',
  group,
  method: 'GET',
  path: `${client}/feed`,
  summary: 'What happened since, as the client may see it',
  roles: [...deskReaders, ...people],
  query: FeedQuery,
  response: FeedPage,
})
export const getAttainment = defineRoute({
  id: 'getAttainment',
  group,
  method: 'GET',
  path: `${client}/attainment`,
  summary: 'Promises kept in a month, with every clock that counts',
  roles: ['admin', 'service-desk', 'service-manager', 'account-manager', ...deciders],
  query: z.object({ month: Month }),
  response: z.object({ month: Month, promises: z.array(Attainment) }).meta({ id: 'AttainmentOfMonth' }),
})
export const getAvailability = defineRoute({
  id: 'getAvailability',
  group,
  method: 'GET',
  path: `${client}/availability`,
  summary: 'Availability of a month, with its outages',
  roles: ['admin', 'service-desk', 'service-manager', 'account-manager', ...deciders],
  query: z.object({ month: Month }),
  response: Availability.nullable().meta({ id: 'AvailabilityOfMonth' }),
})

const imports = `${client}/imports` as const
export const startImport = defineRoute({
  id: 'startImport',
  group,
  method: 'POST',
  path: imports,
  summary: 'Begin an import of incidents',
  roles: importers,
  body: ImportOptions,
  response: ImportJob,
  status: 201,
})
export const listImports = defineRoute({
  id: 'listImports',
  group,
  method: 'GET',
  path: imports,
  summary: 'Imports of a client, the latest first',
  roles: importers,
  query: PageQuery,
  response: pageOf(ImportRow),
})
export const importBatch = defineRoute({
  id: 'importBatch',
  group,
  method: 'POST',
  path: `${imports}/{import}/batches`,
  summary: 'The next batch of histories, at most 25 tickets; each ticket is taken whole or not at all',
  roles: importers,
  body: z.object({ batch: z.int().min(0), histories: z.array(IncidentHistory).min(1).max(25) }).meta({ id: 'ImportBatch' }),
  response: ImportJob,
})
export const getImport = defineRoute({
  id: 'getImport',
  group,
  method: 'GET',
  path: `${imports}/{import}`,
  summary: 'Progress and report of an import',
  roles: importers,
  response: ImportJob,
})
export const cancelImport = defineRoute({
  id: 'cancelImport',
  group,
  method: 'POST',
  path: `${imports}/{import}/cancel`,
  summary: 'Stop an import; what was imported stays',
  roles: importers,
  body: z.object({}),
  response: ImportJob,
})
