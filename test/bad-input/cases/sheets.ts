import { importDevices } from '@pactdesk/domain/service-support/configuration/routes'
import type { Case } from '../case.ts'
import { ask } from '../request.ts'

const head = 'id,class,site,inServiceFrom'
const sheet =
  (csv: string, changes: object = {}): Case['request'] =>
  ({ client }) =>
    ask(importDevices, { csv, mode: 'all-or-nothing', ...changes }, { params: { client }, who: 'account' })
const malformed = 'configuration.sheet-malformed'

const refused: [what: string, csv: string, code?: string][] = [
  ['with a quote that never ends', `${head}\nPC-90,"pc,HQ,2027-03-05\n`],
  ['with a quote within a word', `${head}\nPC-90,p"c,HQ,2027-03-05\n`],
  ['whose lines are of different length', `${head}\nPC-90,pc\n`],
  ['of line ends alone', '\n\n\n'],
  ['of a byte order mark alone', '\uFEFF'],
  ['of a heading alone', `${head}\n`],
  ['of 10,000 lines', [head, ...Array.from({ length: 10_000 }, (_, n) => `PC-${n + 100},pc,HQ,2027-03-05`)].join('\n')],
  ['read in the wrong encoding', `${head},name\nPC-90,pc,HQ,2027-03-05,\uFFFD\uFFFD\uFFFD\uFFFD\n`],
]

/** Device sheets that cannot be read at all. What is wrong within a line is told line by line: see `sheet-lines`. */
export const sheets: readonly Case[] = [
  ...refused.map(
    ([what, csv, code = malformed]): Case => ({ what: `a device sheet ${what}`, request: sheet(csv), status: 422, code }),
  ),
  {
    what: 'a device sheet of a spreadsheet program',
    request: sheet('PK\u0003\u0004\u0014\u0000\u0006\u0000'),
    status: 422,
    code: 'http.bad-body',
    field: 'csv',
  },
  { what: 'an empty device sheet', request: sheet(''), status: 422, code: 'http.bad-body', field: 'csv' },
  {
    what: 'a device sheet over a million characters',
    request: sheet('x'.repeat(1_000_001)),
    status: 422,
    code: 'http.bad-body',
    field: 'csv',
  },
  {
    what: 'a device sheet in a mode of its own',
    request: sheet(`${head}\nPC-90,pc,HQ,2027-03-05`, { mode: 'some' }),
    status: 422,
    code: 'http.bad-body',
    field: 'mode',
  },
  {
    what: 'a device sheet by a user of the client',
    request: ({ client }) => ask(importDevices, { csv: head, mode: 'all-or-nothing' }, { params: { client }, who: 'user' }),
    status: 403,
    code: 'tenancy.role',
  },
  {
    what: 'a device sheet of a client that is not there',
    request: () =>
      ask(importDevices, { csv: `${head}\nPC-90,pc,HQ,2027-03-05`, mode: 'all-or-nothing' }, { params: { client: 'NOBODY' } }),
    status: 404,
    code: 'tenancy.not-found',
  },
]
