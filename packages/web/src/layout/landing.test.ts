import { expect, test } from 'vitest'
import { landingFor } from './landing.ts'

const open = ['/desk', '/contracts', '/visits', '/finance/close']
const base = { phone: false, last: null, open }

test('each role starts where its day starts', () => {
  expect(landingFor({ ...base, roles: ['service-desk'] })).toBe('/desk')
  expect(landingFor({ ...base, roles: ['finance'] })).toBe('/finance/close')
  expect(landingFor({ ...base, roles: ['account-manager'] })).toBe('/contracts')
  expect(landingFor({ ...base, roles: ['client-owner'], open: ['/portal', '/portal/requests'] })).toBe('/portal')
})
test("a technician's phone opens today's visits, the desktop the queue", () => {
  expect(landingFor({ ...base, roles: ['technician'], phone: true })).toBe('/visits')
  expect(landingFor({ ...base, roles: ['technician'] })).toBe('/desk')
})
test('several roles: the last used, if it can still be opened', () => {
  expect(landingFor({ ...base, roles: ['admin', 'finance'], last: '/finance/close' })).toBe('/finance/close')
  expect(landingFor({ ...base, roles: ['admin', 'finance'], last: '/gone' })).toBe('/desk')
  expect(landingFor({ ...base, roles: ['finance'], last: '/desk' })).toBe('/finance/close')
})
test('never a page that is not there', () => {
  expect(landingFor({ ...base, roles: ['service-desk'], open: ['/contracts'] })).toBe('/contracts')
  expect(landingFor({ ...base, roles: ['service-desk'], open: [] })).toBeUndefined()
})
