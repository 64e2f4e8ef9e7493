import { describe, expect, it } from 'vitest'
import type { Role, TenantContext } from '../../kernel/context.ts'
import { unwrap } from '../../kernel/result.ts'
import { confirmUpload, fileKey, fileRef, mayRead, requestUpload, type UploadRequest } from './file.ts'

const as = (kind: 'staff' | 'client', roles: Role[], id = 'p1'): TenantContext => ({
  provider: 'chengxin',
  kind,
  ...(kind === 'client' && { client: 'LANHAI' }),
  roles,
  clients: ['LANHAI'],
  actor: { kind, id, name: id },
})
const technician = as('staff', ['technician'])
const env = { now: '2026-10-14T02:00:00Z', actor: technician.actor, newId: () => 'f1' }
const receipt: UploadRequest = { purpose: 'receipt', name: '收据 10-14.JPG', type: 'image/jpeg', size: 1000 }
const sha256 = 'a'.repeat(64)
const jpeg = { size: 990, sha256, head: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) }
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error!.code)

describe('asking to upload', () => {
  it('gives a key under the client, with a name that is safe in a key', () => {
    const file = unwrap(requestUpload(technician, 'LANHAI', receipt, env))
    expect(file).toMatchObject({ status: 'awaited', key: 'p/chengxin/c/LANHAI/receipt/f1-10-14.jpg', name: '收据 10-14.JPG' })
  })

  it('puts what is the provider’s alone under keys no client can open', () => {
    expect(fileKey('chengxin', 'LANHAI', 'bank-statement', 'f1', '../../x#y.csv')).toBe(
      'p/chengxin/i/LANHAI/bank-statement/f1-x-y.csv',
    )
  })

  it('is refused by role, type and ending', () => {
    expect(code(requestUpload(as('client', ['client-owner']), 'LANHAI', receipt, env))).toBe('tenancy.file-role')
    expect(code(requestUpload(technician, 'LANHAI', { ...receipt, type: 'text/csv', name: 'a.csv' }, env))).toBe(
      'tenancy.file-type',
    )
    expect(code(requestUpload(technician, 'LANHAI', { ...receipt, name: 'run.exe' }, env))).toBe('tenancy.file-name')
  })

  it('of an internal purpose does not exist for a client’s people', () => {
    const statement: UploadRequest = { purpose: 'bank-statement', name: 'a.csv', type: 'text/csv', size: 10 }
    expect(code(requestUpload(as('client', ['client-owner']), 'LANHAI', statement, env))).toBe('tenancy.no-purpose')
  })
})

describe('confirming', () => {
  const file = unwrap(requestUpload(technician, 'LANHAI', { ...receipt, sha256 }, env))

  it('keeps size and sha256 of the stored bytes, once', () => {
    const stored = unwrap(confirmUpload(file, jpeg, '2026-10-14T02:01:00Z'))
    expect(stored).toMatchObject({ status: 'stored', size: 990, sha256, storedAt: '2026-10-14T02:01:00Z' })
    expect(unwrap(confirmUpload(stored, jpeg, '2026-10-15T00:00:00Z'))).toBe(stored)
    const key = `p/chengxin/c/LANHAI/receipt/${sha256.slice(0, 16)}/f1-10-14.jpg`
    expect(unwrap(fileRef(stored))).toEqual({ key, name: file.name, type: 'image/jpeg', size: 990, sha256 })
  })

  it('is refused while nothing has arrived, and nothing can refer to the file until then', () => {
    expect(code(confirmUpload(file, undefined, env.now))).toBe('tenancy.file-missing')
    expect(code(fileRef(file))).toBe('tenancy.file-awaited')
  })

  it('is refused for other bytes than announced, for another kind of content, and for too many bytes', () => {
    expect(code(confirmUpload(file, { ...jpeg, sha256: 'b'.repeat(64) }, env.now))).toBe('tenancy.file-altered')
    expect(code(confirmUpload(file, { ...jpeg, head: new TextEncoder().encode('<script>') }, env.now))).toBe(
      'tenancy.file-content',
    )
    expect(code(confirmUpload(file, { ...jpeg, size: 11_000_000 }, env.now))).toBe('tenancy.file-size')
  })

  it('never lets a stored file change under those who refer to it', () => {
    const stored = unwrap(confirmUpload(file, jpeg, env.now))
    expect(code(confirmUpload(stored, { ...jpeg, sha256: 'b'.repeat(64) }, env.now))).toBe('tenancy.file-altered')
  })
})

describe('reading', () => {
  const of = (purpose: UploadRequest['purpose'], name: string, type: UploadRequest['type']) =>
    unwrap(requestUpload(as('staff', ['technician', 'finance', 'admin']), 'LANHAI', { purpose, name, type, size: 1 }, env))

  it('a receipt is for the client’s deciders, not for every user', () => {
    const file = of('receipt', 'a.pdf', 'application/pdf')
    expect(mayRead(as('client', ['client-owner']), file)).toBe(true)
    expect(mayRead(as('client', ['client-user'], 'c9'), file)).toBe(false)
  })

  it('an internal file is for staff alone, even if its id leaks', () => {
    const file = of('internal-note', 'a.pdf', 'application/pdf')
    expect(mayRead(as('client', ['client-owner'], 'p1'), file)).toBe(false)
    expect(mayRead(as('staff', ['finance']), file)).toBe(true)
  })
})
