import { grounds } from '@pactdesk/domain/outsourcing/billing/termination'
import { expect, test } from 'vitest'
import { directionOf, type Ground, groundName, needsEvidence, penaltyOf } from './grounds.ts'
import { cumulative } from './recognition.ts'

const row = (netToClientMinor: number, penaltyByClientMinor = 0): Ground => ({
  ground: 'client',
  penaltyByClientMinor,
  penaltyByProviderMinor: 0,
  refundMinor: 0,
  setOffMinor: 0,
  netToClientMinor,
})

test('the sign of the net says who pays', () => {
  expect([5, -5, 0].map(net => directionOf(row(net)))).toEqual(['to-client', 'to-provider', 'even'])
  expect(penaltyOf(row(0, 7))).toBe(7)
})
test('every ground has its words; only 4(2) and 4(3) must be proven', () => {
  expect(grounds.every(ground => groundName(ground).zh !== '')).toBe(true)
  expect(grounds.filter(needsEvidence)).toEqual(['provider-4(2)', 'force-majeure-4(3)'])
})
test('recognition adds up month by month', () => {
  expect(cumulative([{ recognisedMinor: 3 }, { recognisedMinor: 4 }]).map(({ totalMinor }) => totalMinor)).toEqual([3, 7])
})
