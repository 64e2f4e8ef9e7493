import * as z from 'zod'
import { Minor } from '../../kernel/money.ts'
import { defineRoute } from '../../kernel/route.ts'
import { LocalDate } from '../../kernel/time.ts'

const group = 'finance'
const roles = ['finance', 'admin'] as const
const Postings = z.array(z.object({ account: z.string(), minor: Minor }))

export const JournalEntryView = z
  .object({
    id: z.string(),
    date: LocalDate,
    memo: z.string(),
    currency: z.string(),
    client: z.string(),
    source: z.object({ kind: z.string(), id: z.string(), label: z.string().optional() }),
    postings: Postings,
  })
  .meta({ id: 'JournalEntry' })
export type JournalEntryView = z.infer<typeof JournalEntryView>

export const listJournal = defineRoute({
  id: 'listJournal',
  group,
  method: 'GET',
  path: '/api/finance/journal',
  summary: 'Journal entries of a span of days, by date; every entry sums to zero',
  roles,
  query: z.object({ from: LocalDate, to: LocalDate, client: z.string().max(16).optional() }),
  response: z.object({ items: z.array(JournalEntryView) }),
})

export const getBalances = defineRoute({
  id: 'getBalances',
  group,
  method: 'GET',
  path: '/api/finance/balances',
  summary: 'Balances derived from all entries up to a day, per currency',
  roles,
  query: z.object({ asOf: LocalDate.optional(), client: z.string().max(16).optional() }),
  response: z.object({
    asOf: LocalDate,
    currencies: z.array(z.object({ currency: z.string(), balances: z.record(z.string(), Minor), sum: Minor })),
    entries: z.int(),
  }),
})

export const financialRoutes = [listJournal, getBalances]
