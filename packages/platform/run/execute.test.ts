import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTable } from '../../../test/support/emulator.ts'
import { noteAggregate, noteEvents } from '../../../test/support/note.ts'
import type { StoredItem } from '../audit/check.ts'
import { historyChecks } from '../audit/history.ts'
import { scopeChecks } from '../audit/scopes.ts'
import * as databases from '../table/database.ts'
import { queryPage } from '../table/page.ts'
import { defineRecord } from '../table/record.ts'
import { type Execution, execute, reading } from './execute.ts'

let table: Awaited<ReturnType<typeof startTable>>
beforeAll(async () => {
  table = await startTable()
  vi.spyOn(databases, 'databaseFor').mockImplementation(() => table.database)
})
afterAll(() => table.stop())

const staff = (provider: string): TenantContext => ({
  provider,
  kind: 'staff',
  roles: ['admin'],
  clients: '*',
  actor: { kind: 'staff', id: 'zhao', name: 'Zhao' },
})
const clock = { wallNow: () => '2026-10-08T02:00:00.000Z', businessNow: () => '2026-10-08T02:00:00Z' }
const as = (ctx: TenantContext, more: Partial<Execution> = {}): Execution => ({ ctx, clock, correlationId: 'c1', ...more })
const ref = (id: string) => ({ client: 'LANHAI', id })
const write = (id: string, text: string, more: Partial<Execution> = {}, ctx = staff('one')) =>
  execute(as(ctx, more), async uow => uow.create(noteAggregate, ref(id), [noteEvents.written.of({ text })]).version)

const all = async () => (await table.database.client.send(new ScanCommand({ TableName: 'pactdesk' }))).Items as StoredItem[]

describe('one commit', () => {
  it('keeps state, history and body together, and folds to the same state', async () => {
    await execute(as(staff('one')), async uow => {
      const note = uow.create(noteAggregate, ref('n1'), [
        noteEvents.written.of({ text: 'a' }),
        noteEvents.amended.of({ text: 'b' }),
      ])
      uow.body(note, 'b1', 'free text')
    })
    const checks = [...historyChecks(await all(), [noteAggregate]), ...scopeChecks(await all())]
    expect(checks.flatMap(check => check.problems)).toEqual([])
    expect(checks.every(check => check.checked > 0)).toBe(true)
  })

  it('refuses to create what exists', async () => {
    await write('n2', 'a')
    await expect(write('n2', 'b')).rejects.toMatchObject({ error: { code: 'http.exists', kind: 'conflict' } })
  })

  it('a lost race reloads and both changes take effect', async () => {
    await write('n3', 'a')
    const amend = (text: string) =>
      execute(as(staff('one')), async uow => {
        const note = await uow.load(noteAggregate, ref('n3'))
        return uow.append(note, [noteEvents.amended.of({ text: note.state.text + text })]).version
      })
    await Promise.all([amend('b'), amend('c')])
    const note = await reading(as(staff('one'))).load(noteAggregate, ref('n3'))
    expect(note.version).toBe(3)
    expect(['abc', 'acb']).toContain(note.state.text)
  })

  it('a stale If-Match is refused at once', async () => {
    await write('n4', 'a')
    const amend = execute(as(staff('one'), { ifMatch: '"7"' }), async uow => uow.subject(noteAggregate, ref('n4')))
    await expect(amend).rejects.toMatchObject({ error: { kind: 'stale', params: { version: 1 } } })
  })

  it('the same Idempotency-Key takes effect once and answers the same; another input is refused', async () => {
    const first = await write('n5', 'a', { idempotency: { key: 'k1', input: { text: 'a' } } })
    const again = await write('n5', 'a', { idempotency: { key: 'k1', input: { text: 'a' } } })
    expect(again).toBe(first)
    await expect(write('n6', 'z', { idempotency: { key: 'k1', input: { text: 'z' } } })).rejects.toMatchObject({
      error: { code: 'http.idempotency-reused' },
    })
  })

  it('two at once with one Idempotency-Key make one effect', async () => {
    const options = { idempotency: { key: 'k2', input: 1 } }
    const answers = await Promise.all([write('n7', 'a', options), write('n7', 'a', options)])
    expect(answers).toEqual([1, 1])
  })

  it('a redelivered event does nothing', async () => {
    const counter = defineRecord<string, { n: number }>({
      type: 'counter',
      scope: 'client',
      sv: 1,
      upcasts: [],
      key: id => ({ client: 'LANHAI', part: `COUNTER#${id}`, sort: '#' }),
    })
    const count = () =>
      execute(as(staff('one'), { inbox: { consumer: 'test', eventId: 'e1' } }), async uow => {
        const held = await uow.getRecord(counter, 'x')
        uow.putRecord(counter, 'x', { n: (held?.value.n ?? 0) + 1 }, held ? { version: held.version } : 'absent')
      })
    await count()
    await count()
    expect((await reading(as(staff('one'))).getRecord(counter, 'x'))?.value).toEqual({ n: 1 })
  })
})

describe('scopes', () => {
  it('two providers with identical ids never meet', async () => {
    await write('same', 'mine', {}, staff('ab'))
    await write('same', 'theirs', {}, staff('abc'))
    const mine = await queryPage(table.database, staff('ab'), { index: 'gsi1', part: 'NOTES', limit: 50 })
    expect(mine.items.map(item => item.row)).toEqual([{ text: 'mine' }])
    const cursor = Buffer.from(JSON.stringify({ b: 'x', k: { gsi1pk: 'P#abc#NOTES' } })).toString('base64url')
    await expect(
      queryPage(table.database, staff('ab'), { index: 'gsi1', part: 'NOTES', limit: 1, cursor }),
    ).rejects.toMatchObject({
      error: { code: 'page.bad-cursor' },
    })
  })

  it('a client that the context may not name is not there, and internal records are not for clients', async () => {
    const person: TenantContext = { ...staff('one'), kind: 'client', client: 'LANHAI', roles: ['client-user'], clients: [] }
    await expect(reading(as(person)).find(noteAggregate, { client: 'OTHER', id: 'n1' })).rejects.toMatchObject({
      error: { kind: 'not-found' },
    })
    const restricted = { ...staff('one'), clients: ['OTHER'] }
    await expect(reading(as(restricted)).find(noteAggregate, ref('n1'))).rejects.toMatchObject({ error: { kind: 'not-found' } })
    const internal = { ...noteAggregate, scope: 'internal' as const }
    await expect(reading(as(person)).find(internal, ref('n1'))).rejects.toMatchObject({ error: { kind: 'not-found' } })
  })

  it('an id that would leave its partition is no id', async () => {
    await expect(reading(as(staff('one'))).find(noteAggregate, ref('n1#x'))).rejects.toMatchObject({
      error: { code: 'table.bad-id' },
    })
  })
})
