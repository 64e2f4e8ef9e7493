import { SignRequest } from '@pactdesk/domain/outsourcing/contract/signature'
import { expect, test } from 'vitest'
import { missingOf, signRequestOf } from './sign-request.ts'

const ink = { width: 300, height: 138, lines: [[1, 2, 60, 70]] }
const whole = { signature: { kind: 'drawn' as const, png: 'data:', ink }, name: ' 林秀英 ', title: '校长', consent: true }
const contract = { printedClauses: 34, document: { status: 'stored' as const, sha256: 'a'.repeat(64) } }

test('asks for signature, name, title and consent, one after the other', () => {
  const nothing = { signature: undefined, name: '', title: '', consent: false }
  expect(missingOf(nothing)).toBe('signature')
  expect(missingOf({ ...nothing, signature: whole.signature })).toBe('name')
  expect(missingOf({ ...whole, title: ' ' })).toBe('title')
  expect(missingOf({ ...whole, consent: false })).toBe('consent')
  expect(missingOf(whole)).toBeUndefined()
})
test('signs the stored document and no other, as the server takes it', () => {
  const request = signRequestOf(whole, contract)
  expect(request).toMatchObject({ documentSha256: 'a'.repeat(64), clausesRead: 34, name: '林秀英', strokes: ink })
  expect(SignRequest.safeParse(request).success).toBe(true)
  expect(signRequestOf(whole, { ...contract, document: { status: 'requested' } })).toBeUndefined()
})
test('a name typed instead of drawn has no ink', () => {
  expect(signRequestOf({ ...whole, signature: { kind: 'typed', name: '林秀英' } }, contract)).not.toHaveProperty('strokes')
})
