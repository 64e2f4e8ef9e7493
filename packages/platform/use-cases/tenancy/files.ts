import type { TenantContext } from '@pactdesk/domain/kernel/context'
import type { FileRef } from '@pactdesk/domain/kernel/ids'
import { conflict, DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import {
  confirmUpload as decideConfirm,
  requestUpload as decideRequest,
  fileRef,
  mayRead,
  type StoredFile,
} from '@pactdesk/domain/tenancy/files/file'
import { type FilePurpose, maxFileBytes, purposeOf } from '@pactdesk/domain/tenancy/files/purposes'
import { clientAggregate } from '@pactdesk/domain/tenancy/index'
import * as routes from '@pactdesk/domain/tenancy/routes'
import { downloadSeconds, fileStoreOf, uploadSeconds } from '../../files/store.ts'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { clientFile, internalFile } from './records.ts'

const recordOf = (purpose: FilePurpose) => (purposeOf(purpose).scope === 'i' ? internalFile : clientFile)

const requestUpload = handle(routes.requestUpload, async ({ ctx, uow, env, params: { client }, body }) => {
  const file = unwrap(decideRequest(ctx, client, body, env))
  await uow.load(clientAggregate, { client, id: client })
  const form = await fileStoreOf(uow.database).uploadForm(file.key, file.type)
  uow.putRecord(recordOf(file.purpose), { client, id: file.id }, file, 'absent')
  return { id: file.id, ...form, maxBytes: maxFileBytes, expiresInSeconds: uploadSeconds }
})

/**
 * Reads the uploaded bytes back and keeps them where the upload's form cannot reach them. A file that is stored already is checked
 * again: its bytes cannot have changed unnoticed.
 */
const confirmUpload = handle(routes.confirmUpload, async ({ ctx, uow, env, params: { client, file: id } }) => {
  const { value, version } = await findFile(uow, client, id)
  if (!mayRead(ctx, value)) throw notHere(id)
  const stored = unwrap(decideConfirm(value, await fileStoreOf(uow.database).received(value.key), env.now))
  if (stored === value || stored.status !== 'stored') return view(stored)
  if (!(await fileStoreOf(uow.database).keep(value.key, stored.key, stored.type, stored.sha256)))
    unwrap(conflict('tenancy.file-altered', `"${value.name}" was sent again while it was being confirmed`))
  uow.putRecord(recordOf(value.purpose), { client, id }, stored, { version })
  return view(stored)
})

const getFile = handle(routes.getFile, async ({ ctx, uow, params: { client, file: id } }) => {
  const { value } = await findFile(uow, client, id)
  if (!mayRead(ctx, value)) throw notHere(id)
  unwrap(fileRef(value))
  const url = await fileStoreOf(uow.database).downloadUrl(value.key, value.name, value.type)
  return { ...view(value), url, expiresInSeconds: downloadSeconds }
})

/**
 * A stored file of this client as another record refers to it, when it was uploaded for that purpose by somebody whose files the
 * caller may read. Other modules take file ids from their callers and keep what this answers.
 */
export async function storedFile(uow: UnitOfWork, client: string, id: string, ...purposes: FilePurpose[]): Promise<FileRef> {
  const { value } = await findFile(uow, client, id)
  if (!purposes.includes(value.purpose) || !mayRead(uow.ctx, value)) throw notHere(id)
  return unwrap(fileRef(value))
}

async function findFile(uow: UnitOfWork, client: string, id: string): Promise<{ value: StoredFile; version: number }> {
  const key = { client, id: checked(id) }
  const found = (await uow.getRecord(clientFile, key)) ?? (isStaff(uow.ctx) ? await uow.getRecord(internalFile, key) : undefined)
  if (!found) throw notHere(id)
  return found
}

const isStaff = (ctx: TenantContext) => ctx.kind !== 'client'

function checked(id: string): string {
  if (/^[0-9A-Za-z_-]{1,64}$/.test(id)) return id
  throw notHere(id)
}

const notHere = (id: string) =>
  new DomainFailure({ code: 'tenancy.no-file', kind: 'not-found', detail: `file ${id.slice(0, 64)} is not here` })

const view = (file: StoredFile) => ({
  id: file.id,
  purpose: file.purpose,
  name: file.name,
  type: file.type,
  size: file.size,
  status: file.status,
  ...(file.sha256 && { sha256: file.sha256 }),
})

export const fileHandlers = [requestUpload, confirmUpload, getFile]
