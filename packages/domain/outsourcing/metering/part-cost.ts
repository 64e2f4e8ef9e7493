import { largestAmount, type Money } from '../../kernel/money.ts'
import { invalid, ok, type Result } from '../../kernel/result.ts'

/** What a part costs is nothing or more, and all of them together an amount that a bill can hold. */
export function checkPartCost(quantity: number, unitCost: Money | undefined): Result<void> {
  if (!unitCost) return ok(undefined)
  if (unitCost.minor < 0) return invalid('metering.negative-cost', 'a cost is not negative', { minor: unitCost.minor })
  if (unitCost.minor * quantity > largestAmount)
    return invalid('metering.cost-too-large', `${quantity} × ${unitCost.minor} is over the largest amount, ${largestAmount}`)
  return ok(undefined)
}
