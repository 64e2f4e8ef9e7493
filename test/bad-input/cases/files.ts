import { confirmUpload, getFile, requestUpload } from '@pactdesk/domain/tenancy/routes'
import type { Case } from '../case.ts'
import { ask } from '../request.ts'

const pdf = { purpose: 'ticket-attachment', name: 'a.pdf', type: 'application/pdf', size: 100 }
const want =
  (changes: object, who: 'admin' | 'user' | 'desk' = 'admin'): Case['request'] =>
  ({ client }) =>
    ask(requestUpload, { ...pdf, ...changes }, { params: { client }, who })

/** Uploads that are refused before a byte is sent; what arrives in the store is judged in `uploads`. */
export const files: readonly Case[] = [
  { what: 'a file over 10 MB', request: want({ size: 10 * 1024 * 1024 + 1 }), status: 422, code: 'http.bad-body', field: 'size' },
  { what: 'a file of nothing', request: want({ size: 0 }), status: 422, code: 'http.bad-body', field: 'size' },
  {
    what: 'a program',
    request: want({ name: 'a.exe', type: 'application/x-msdownload' }),
    status: 422,
    code: 'http.bad-body',
    field: 'type',
  },
  { what: 'a program that says it is a PDF', request: want({ name: 'a.pdf.exe' }), status: 422, code: 'tenancy.file-name' },
  {
    what: 'a spreadsheet as a signature',
    request: want({ purpose: 'signature', name: 'a.csv', type: 'text/csv' }),
    status: 422,
    code: 'tenancy.file-type',
  },
  { what: 'a file for no purpose', request: want({ purpose: 'fun' }), status: 422, code: 'http.bad-body', field: 'purpose' },
  { what: 'a hash in capitals', request: want({ sha256: 'A'.repeat(64) }), status: 422, code: 'http.bad-body', field: 'sha256' },
  {
    what: 'a bank statement by the desk',
    request: want({ purpose: 'bank-statement', name: 'a.csv', type: 'text/csv' }, 'desk'),
    status: 403,
    code: 'tenancy.file-role',
  },
  {
    what: "an internal note by a client's person",
    request: want({ purpose: 'internal-note' }, 'user'),
    status: 404,
    code: 'tenancy.no-purpose',
  },
  {
    what: 'an upload confirmed that was never asked for',
    request: ({ client }) => ask(confirmUpload, {}, { params: { client, file: 'nothing' } }),
    status: 404,
    code: 'tenancy.no-file',
  },
  {
    what: 'a file with a # in its id',
    request: ({ client }) => ask(getFile, undefined, { params: { client, file: 'a#b' } }),
    status: 404,
    code: 'tenancy.no-file',
  },
]
