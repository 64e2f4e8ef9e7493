import { invalid, ok, type Result } from '../../kernel/result.ts'
import type { AllocationOrder } from '../contract/terms.ts'

export type PaymentAllocation = {
  toPrincipalMinor: number
  toLateFeeMinor: number
  /** What the bill does not need stays the client's, unapplied until a person says what it is for. */
  unappliedMinor: number
}

/**
 * Settles a payment on the bill it names: principal before late fee where the contract agrees so, else the late fee first
 * (Civil Code 561). `lateFeeOpenMinor` is what was claimed and is not paid: what is not claimed is not owed.
 */
export function allocatePayment(
  paymentMinor: number,
  open: { principalMinor: number; lateFeeMinor: number },
  order: AllocationOrder,
): Result<PaymentAllocation> {
  if (!Number.isSafeInteger(paymentMinor) || paymentMinor <= 0) {
    return invalid('billing.payment-amount', `${paymentMinor} is not an amount that can be paid`, { paymentMinor })
  }
  const principal = Math.max(0, open.principalMinor)
  const lateFee = Math.max(0, open.lateFeeMinor)
  const [firstOpen, thenOpen] = order === 'principal-first' ? [principal, lateFee] : [lateFee, principal]
  const first = Math.min(paymentMinor, firstOpen)
  const then = Math.min(paymentMinor - first, thenOpen)
  return ok({
    toPrincipalMinor: order === 'principal-first' ? first : then,
    toLateFeeMinor: order === 'principal-first' ? then : first,
    unappliedMinor: paymentMinor - first - then,
  })
}
