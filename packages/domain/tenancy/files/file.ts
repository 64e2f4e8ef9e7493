import * as z from 'zod'
import type { Env } from '../../kernel/aggregate.ts'
import { hasRole, type TenantContext } from '../../kernel/context.ts'
import { ClientKey, type FileRef, Id, Sha256 } from '../../kernel/ids.ts'
import { conflict, forbidden, invalid, notFound, ok, type Result } from '../../kernel/result.ts'
import { Instant } from '../../kernel/time.ts'
import { FilePurpose, FileType, fileTypes, maxFileBytes, purposeOf } from './purposes.ts'

/** What a browser asks before it uploads. `sha256` is what it is about to send; the stored bytes must have it. */
export const UploadRequest = z
  .object({
    purpose: FilePurpose,
    name: z.string().trim().min(1).max(200),
    type: FileType,
    size: z.int().min(1).max(maxFileBytes),
    sha256: Sha256.optional(),
  })
  .meta({ id: 'UploadRequest' })
export type UploadRequest = z.infer<typeof UploadRequest>

const Common = z.object({
  id: Id,
  client: ClientKey,
  purpose: FilePurpose,
  key: z.string().max(512),
  name: z.string().max(200),
  type: FileType,
  by: z.object({ kind: z.string(), id: z.string() }),
  requestedAt: Instant,
})

/** A ticket to upload, and after the bytes were read back from the store, a file that records refer to. */
export const StoredFile = z.discriminatedUnion('status', [
  Common.extend({ status: z.literal('awaited'), size: z.int(), sha256: Sha256.optional() }),
  Common.extend({ status: z.literal('stored'), size: z.int(), sha256: Sha256, storedAt: Instant }),
])
export type StoredFile = z.infer<typeof StoredFile>

/** Keys name the scope that a role's tags must match; the name in them is for people who look into the bucket. */
export const fileKey = (provider: string, client: string, purpose: FilePurpose, id: string, name: string): string =>
  `p/${provider}/${purposeOf(purpose).scope}/${client}/${purpose}/${id}-${slug(name)}`

/** Where bytes are kept once they were looked at: a key of their own, to which no form was ever given, and other bytes have another. */
export const keptKey = (uploadKey: string, sha256: string): string =>
  uploadKey.replace(/[^/]+$/, name => `${sha256.slice(0, 16)}/${name}`)

const slug = (name: string) => {
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, '']
  const safe = (text: string, length: number) =>
    text
      .replace(/[^0-9A-Za-z_-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, length)
  return `${safe(stem, 60) || 'file'}${extension ? `.${safe(extension, 8).toLowerCase()}` : ''}`
}

/** Whether the caller may bring this file. A purpose of the provider alone does not exist for a client's people. */
export function requestUpload(ctx: TenantContext, client: string, request: UploadRequest, env: Env): Result<StoredFile> {
  const purpose = purposeOf(request.purpose)
  if (ctx.kind === 'client' && purpose.scope === 'i') return notFound('tenancy.no-purpose', `${request.purpose} is not known`)
  if (!hasRole(ctx, ...purpose.writers)) return forbidden('tenancy.file-role', `your role may not upload a ${request.purpose}`)
  if (!purpose.types.includes(request.type)) {
    return invalid('tenancy.file-type', `a ${request.purpose} is one of ${purpose.types.join(', ')}, not ${request.type}`)
  }
  const extension = request.name.split('.').at(-1)?.toLowerCase() ?? ''
  if (!(fileTypes[request.type] as readonly string[]).includes(extension)) {
    return invalid('tenancy.file-name', `"${request.name}" does not end like a ${request.type}`, { name: request.name })
  }
  const id = env.newId()
  return ok({
    status: 'awaited',
    id,
    client,
    purpose: request.purpose,
    key: fileKey(ctx.provider, client, request.purpose, id, request.name),
    name: request.name,
    type: request.type,
    size: request.size,
    ...(request.sha256 && { sha256: request.sha256 }),
    by: { kind: env.actor.kind, id: env.actor.id },
    requestedAt: env.now,
  })
}

/** What the store holds, read back by us: the browser's word is not enough for what contracts and bills refer to. */
export type Received = { size: number; sha256: string; head: Uint8Array }

export function confirmUpload(file: StoredFile, received: Received | undefined, now: string): Result<StoredFile> {
  if (!received) return conflict('tenancy.file-missing', `"${file.name}" has not arrived in the store`)
  if (received.size > maxFileBytes)
    return invalid('tenancy.file-size', `"${file.name}" has ${received.size} bytes, over ${maxFileBytes}`)
  if (file.sha256 && file.sha256 !== received.sha256) {
    return conflict('tenancy.file-altered', `"${file.name}" arrived with other bytes than announced`)
  }
  if (!looksLike(file.type, received.head)) {
    return invalid('tenancy.file-content', `the content of "${file.name}" is no ${file.type}`)
  }
  if (file.status === 'stored') return ok(file)
  const { size, sha256 } = received
  return ok({ ...file, status: 'stored', key: keptKey(file.key, sha256), size, sha256, storedAt: now })
}

/** First bytes by type; CSV is text, so it holds no NUL. */
function looksLike(type: FileType, head: Uint8Array): boolean {
  const text = (from: number, to: number) => String.fromCharCode(...head.slice(from, to))
  switch (type) {
    case 'application/pdf':
      return text(0, 5) === '%PDF-'
    case 'image/png':
      return text(1, 4) === 'PNG' && head[0] === 0x89
    case 'image/jpeg':
      return head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff
    case 'image/webp':
      return text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP'
    case 'image/heic':
      return text(4, 8) === 'ftyp'
    case 'text/csv':
      return !head.includes(0)
  }
}

/**
 * Who brought it, or a role of its purpose. Ids are unguessable and shown only with the record that refers to the file, so a
 * ticket's attachment needs no second look at the ticket. To all others it does not exist.
 */
export function mayRead(ctx: TenantContext, file: StoredFile): boolean {
  const { scope, writers, readers } = purposeOf(file.purpose)
  if (ctx.kind === 'client' && scope === 'i') return false
  return (file.by.kind === ctx.kind && file.by.id === ctx.actor.id) || hasRole(ctx, ...writers, ...readers)
}

/** How other records refer to a stored file. */
export function fileRef(file: StoredFile): Result<FileRef> {
  if (file.status !== 'stored') return conflict('tenancy.file-awaited', `"${file.name}" is not uploaded yet`)
  const { key, name, type, size, sha256 } = file
  return ok({ key, name, type, size, sha256 })
}
