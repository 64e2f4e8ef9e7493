import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import { defineRoute } from '../../kernel/route.ts'
import { UploadRequest } from '../files/file.ts'
import { FilePurpose, FileType } from '../files/purposes.ts'

const group = 'tenancy'
const files = '/api/tenancy/clients/{client}/files'

/** A form to POST to the store: `fields` first, in any order, the bytes as field `file` last. Good for `expiresInSeconds`. */
export const UploadTicket = z
  .object({
    id: Id,
    url: z.url(),
    fields: z.record(z.string(), z.string()),
    maxBytes: z.int(),
    expiresInSeconds: z.int(),
  })
  .meta({ id: 'UploadTicket' })

export const FileView = z
  .object({
    id: Id,
    purpose: FilePurpose,
    name: z.string(),
    type: FileType,
    size: z.int(),
    status: z.enum(['awaited', 'stored']),
    sha256: z.string().optional(),
  })
  .meta({ id: 'FileView' })

export const requestUpload = defineRoute({
  id: 'requestUpload',
  group,
  method: 'POST',
  path: files,
  summary: 'Ask to upload a file; answers a form for the store',
  roles: [],
  body: UploadRequest,
  response: UploadTicket,
  status: 201,
})
export const confirmUpload = defineRoute({
  id: 'confirmUpload',
  group,
  method: 'POST',
  path: `${files}/{file}/done`,
  summary: 'The file is uploaded: the server reads it back and keeps size and sha256',
  roles: [],
  body: z.object({}),
  response: FileView,
})
export const getFile = defineRoute({
  id: 'getFile',
  group,
  method: 'GET',
  path: `${files}/{file}`,
  summary: 'A short-lived address to download from',
  roles: [],
  response: FileView.extend({ url: z.url(), expiresInSeconds: z.int() }),
})

export const fileRoutes = [requestUpload, confirmUpload, getFile]
