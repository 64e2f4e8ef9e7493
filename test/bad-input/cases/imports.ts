import { cancelImport, importBatch, startImport } from '@pactdesk/domain/service-desk/routes'
import type { Case } from '../case.ts'
import { ask } from '../request.ts'

const options = {
  source: 'servicenow',
  file: 'log.csv',
  fingerprint: 'b'.repeat(64),
  zone: 'Asia/Shanghai',
  firstDay: '2027-01-11',
  rows: 1,
  tickets: 1,
  refusedRows: 0,
  refused: [],
}
const begin =
  (changes: object): Case['request'] =>
  ({ other: { client } }) =>
    ask(startImport, { ...options, ...changes }, { params: { client } })

const row = {
  at: '2027-03-01T02:00:00Z',
  original: '29/2/2016 10:00',
  by: 'Updated by 1',
  outcome: 'created',
  state: { status: 'new' },
}
const history = {
  number: 'INC1',
  openedAt: '2027-03-01T02:00:00Z',
  originalOpenedAt: '29/2/2016 10:00',
  caller: 'Caller 1',
  subject: 'Fault',
  priority: 'P3',
  labels: [],
  rows: [row],
}
const good = { ...history, number: 'INC0' }
const batch =
  (body: object): Case['request'] =>
  ({ other }) =>
    ask(importBatch, { batch: 0, ...body }, { params: { client: other.client, import: other.import } })
const histories = (bad: object): Case['request'] => batch({ histories: [good, { ...history, ...bad }] })

/** Imports of incidents: a batch is looked through as a whole before the first ticket of it is made. */
export const imports: readonly Case[] = [
  { what: 'an import in no zone', request: begin({ zone: 'Beijing' }), status: 422, code: 'http.bad-body', field: 'zone' },
  {
    what: 'an import from a day that is none',
    request: begin({ firstDay: '11/1/2027' }),
    status: 422,
    code: 'http.bad-body',
    field: 'firstDay',
  },
  { what: 'an import of minus one row', request: begin({ rows: -1 }), status: 422, code: 'http.bad-body', field: 'rows' },
  {
    what: 'an import from a source with a #',
    request: begin({ source: 'a#b' }),
    status: 422,
    code: 'http.bad-body',
    field: 'source',
  },
  {
    what: 'an import by the desk',
    request: ({ other: { client } }) => ask(startImport, options, { params: { client }, who: 'desk' }),
    status: 403,
    code: 'tenancy.role',
  },
  { what: 'a batch out of turn', request: batch({ batch: 3, histories: [good] }), status: 422, code: 'import.batch-order' },
  { what: 'a batch of nothing', request: batch({ histories: [] }), status: 422, code: 'http.bad-body', field: 'histories' },
  {
    what: 'a batch of 26 incidents',
    request: batch({ histories: Array.from({ length: 26 }, (_, n) => ({ ...good, number: `INC${n}` })) }),
    status: 422,
    code: 'http.bad-body',
    field: 'histories',
  },
  {
    what: 'a batch for an import that is not there',
    request: ({ other }) =>
      ask(importBatch, { batch: 0, histories: [good] }, { params: { client: other.client, import: 'nothing' } }),
    status: 404,
    code: 'desk.not-found',
  },
  {
    what: 'a batch with a number with a #',
    request: histories({ number: 'INC#1' }),
    status: 422,
    code: 'http.bad-body',
    field: 'histories.1.number',
  },
  {
    what: 'a batch with a priority that is none',
    request: histories({ priority: 'P9' }),
    status: 422,
    code: 'http.bad-body',
    field: 'histories.1.priority',
  },
  {
    what: 'a batch with the same incident twice',
    request: batch({ histories: [good, good] }),
    status: 422,
    code: 'import.number-twice',
    field: 'histories.1.number',
  },
  {
    what: 'a batch with rows later than the business clock',
    request: histories({ rows: [row, { ...row, at: '2027-05-01T02:00:00Z', outcome: 'state', state: { status: 'resolved' } }] }),
    status: 422,
    code: 'import.later-than-now',
    field: 'histories.1.rows.1.at',
  },
  {
    what: 'a batch with an incident opened after its rows',
    request: histories({ openedAt: '2027-03-02T02:00:00Z' }),
    status: 422,
    code: 'import.out-of-order',
    field: 'histories.1.rows.0.at',
  },
  {
    what: 'a batch with rows out of order',
    request: histories({ rows: [row, { ...row, at: '2027-02-28T02:00:00Z', outcome: 'none' }] }),
    status: 422,
    code: 'import.out-of-order',
    field: 'histories.1.rows.1.at',
  },
  {
    what: 'a batch whose second row creates again',
    request: histories({ rows: [row, row] }),
    status: 422,
    code: 'import.first-row',
    field: 'histories.1.rows.1.outcome',
  },
  {
    what: 'an import that is not there cancelled',
    request: ({ other }) => ask(cancelImport, {}, { params: { client: other.client, import: 'nothing' } }),
    status: 404,
    code: 'desk.not-found',
  },
]
