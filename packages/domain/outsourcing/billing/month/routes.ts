import * as z from 'zod'
import { staffRoles } from '../../../kernel/context.ts'
import { Minor } from '../../../kernel/money.ts'
import { defineRoute, PageQuery, pageOf } from '../../../kernel/route.ts'
import { LocalDate, Month } from '../../../kernel/time.ts'
import { itemStatuses } from '../../metering/item-state.ts'
import { SourceItem } from '../../metering/source-item.ts'

const group = 'finance'
const finance = ['finance', 'admin'] as const
const month = '/api/finance/clients/{client}/months/{month}'

const Cell = z.object({ units: z.int(), minutes: z.int(), minor: Minor })
const states = z.object(
  Object.fromEntries(itemStatuses.map(status => [status, Cell])) as Record<(typeof itemStatuses)[number], typeof Cell>,
)

/** Something that keeps a month from closing, and who must act. */
export const MonthBlock = z
  .object({
    kind: z.string(),
    who: z.string(),
    /** Role that must act. */
    role: z.string(),
    since: LocalDate.optional(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    refs: z.array(z.object({ kind: z.enum(['work', 'ticket', 'visit', 'bill']), id: z.string() })),
  })
  .meta({ id: 'MonthBlock' })

export const MonthView = z
  .object({
    client: z.string(),
    clientName: z.object({ zh: z.string(), en: z.string() }),
    month: Month,
    currency: z.string(),
    status: z.enum(['open', 'closing', 'closed']),
    ready: z.boolean(),
    over: z.boolean(),
    closedAt: z.string().optional(),
    closedBy: z.string().optional(),
    hash: z.string().optional(),
    lastStop: z.string().optional(),
    /** delivered = sum of the states, for each kind of unit and in total. */
    kinds: z.array(z.object({ kind: z.string(), delivered: Cell, states })),
    total: z.object({ delivered: Cell, states }),
    deviceDays: z.object({ devices: z.int(), days: z.int(), deviceDays: z.int() }),
    blocks: z.array(MonthBlock),
    bill: z
      .object({ id: z.string(), status: z.string(), number: z.string().optional(), grossMinor: Minor.optional() })
      .optional(),
    ledgerDifferenceMinor: Minor,
    computedAt: z.string(),
    actions: z.array(z.string()),
  })
  .meta({ id: 'MonthView' })
export type MonthView = z.infer<typeof MonthView>

/** A source item with the address under which it can be changed. */
export const WorkItemView = z
  .object({ ref: z.string(), period: Month, item: SourceItem, actions: z.array(z.string()) })
  .meta({ id: 'WorkItemView' })
export type WorkItemView = z.infer<typeof WorkItemView>

export const getMonth = defineRoute({
  id: 'getMonth',
  group,
  method: 'GET',
  path: month,
  summary: "A client's month: every unit in exactly one state, what blocks, who must act",
  roles: staffRoles,
  response: MonthView,
})

export const listMonthBoard = defineRoute({
  id: 'listMonthBoard',
  group,
  method: 'GET',
  path: '/api/finance/months/{month}',
  summary: 'All clients of a month with their verdicts',
  roles: finance,
  response: z.object({ items: z.array(MonthView) }),
})

export const listWork = defineRoute({
  id: 'listWork',
  group,
  method: 'GET',
  path: `${month}/items`,
  summary: 'Source items of a month, by kind and state',
  roles: [...staffRoles, 'client-owner'],
  query: PageQuery.extend({ kind: z.string().max(30).optional(), status: z.enum(itemStatuses).optional() }),
  response: pageOf(WorkItemView),
})

export const decideWork = defineRoute({
  id: 'decideWork',
  group,
  method: 'POST',
  path: '/api/finance/clients/{client}/items/{item}/decision',
  summary: 'Write off, dispute or settle a dispute of one source item, with a reason',
  roles: finance,
  body: z.object({ command: z.enum(['write-off', 'dispute', 'settle-dispute']), reason: z.string().trim().min(1).max(500) }),
  response: WorkItemView,
})

export const closeMonth = defineRoute({
  id: 'closeMonth',
  group,
  method: 'POST',
  path: `${month}/close`,
  summary: 'Close a month that is over and wholly explained',
  roles: finance,
  body: z.object({}),
  response: MonthView,
  status: 202,
})

export const reopenMonth = defineRoute({
  id: 'reopenMonth',
  group,
  method: 'POST',
  path: `${month}/reopen`,
  summary: 'Open a closed month again, with a reason, while its bill is not issued',
  roles: finance,
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  response: MonthView,
})

export const monthRoutes = [getMonth, listMonthBoard, listWork, decideWork, closeMonth, reopenMonth]
