import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { allocatePayment } from './payment.ts'

const open = { principalMinor: 1000, lateFeeMinor: 300 }

test('settles principal or late fee first, as the contract agrees', () => {
  expect(unwrap(allocatePayment(1100, open, 'principal-first'))).toEqual({
    toPrincipalMinor: 1000,
    toLateFeeMinor: 100,
    unappliedMinor: 0,
  })
  expect(unwrap(allocatePayment(1100, open, 'late-fee-first'))).toEqual({
    toPrincipalMinor: 800,
    toLateFeeMinor: 300,
    unappliedMinor: 0,
  })
})

test('what is not needed stays unapplied, and a bill already overpaid takes nothing', () => {
  expect(unwrap(allocatePayment(1500, open, 'principal-first')).unappliedMinor).toBe(200)
  expect(unwrap(allocatePayment(5, { principalMinor: -3, lateFeeMinor: 0 }, 'principal-first'))).toMatchObject({
    unappliedMinor: 5,
  })
})

test('nothing and less than nothing are no payments', () => {
  expect([0, -1, 0.5].map(minor => allocatePayment(minor, open, 'principal-first').ok)).toEqual([false, false, false])
})

test('no unit of a payment is lost or made', () => {
  const amount = fc.integer({ min: 0, max: 1e9 })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      amount,
      amount,
      fc.boolean(),
      (payment, principalMinor, lateFeeMinor, principalFirst) => {
        const order = principalFirst ? 'principal-first' : 'late-fee-first'
        const split = unwrap(allocatePayment(payment, { principalMinor, lateFeeMinor }, order))
        expect(split.toPrincipalMinor + split.toLateFeeMinor + split.unappliedMinor).toBe(payment)
        expect(split.toPrincipalMinor).toBeLessThanOrEqual(principalMinor)
        expect(split.toLateFeeMinor).toBeLessThanOrEqual(lateFeeMinor)
      },
    ),
  )
})
