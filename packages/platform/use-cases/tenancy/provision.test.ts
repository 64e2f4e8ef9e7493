import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { StoredItem } from '../../audit/check.ts'
import { invariants } from '../../audit/invariants.ts'
import { systemContext } from '../../events/consumer.ts'
import { membershipsOf } from '../../identity/directory.ts'
import * as databases from '../../table/database.ts'
import { startUseCases, type UseCases } from '../testing.ts'
import { type Provisioning, provision } from './provision.ts'

let app: UseCases
beforeAll(async () => {
  app = await startUseCases([])
  vi.spyOn(databases, 'databaseUnder').mockImplementation(() => app.database)
  for (const right of ['READ', 'WRITE']) vi.stubEnv(`DIRECTORY_${right}_ROLE_ARN`, `arn:aws:iam::000000000000:role/directory`)
})
afterAll(() => {
  vi.unstubAllEnvs()
  app.stop()
})

const named = (text: string) => ({ zh: text, en: text })
const words: Provisioning = {
  key: 'one',
  name: named('One'),
  admin: { email: 'admin@one.example', name: named('Admin') },
  issuer: 'https://id.example',
  subject: 'admin',
}
const operator = systemContext('one', { kind: 'system', id: 'operator', name: 'operator' })
const ask = (input: Provisioning) => provision(operator, app.clock, input)

it('a provider asked for again in the same words is the same one, with one administrator; in other words it is refused', async () => {
  const made = await ask(words)
  expect(await ask(words)).toEqual(made)
  expect((await membershipsOf(words.issuer, words.subject)).map(({ person }) => person)).toEqual([made.admin])
  await expect(ask({ ...words, subject: 'someone-else' })).rejects.toMatchObject({ error: { code: 'http.idempotency-reused' } })
})

it('a provider that has nothing yet fails no check of verify', async () => {
  const { Items } = await app.database.client.send(new ScanCommand({ TableName: app.database.table }))
  const checks = invariants(Items as StoredItem[], { files: () => undefined })
  expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  expect(checks.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(10)
})
