import { type Money, sum } from '../../kernel/money.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { DeviceClass } from '../../service-support/configuration/index.ts'
import type { ContractTerms } from './terms.ts'

/** The contract total: the fees of clause 1(1) with tax. It is the base of the penalty of clause 4. */
export const contractTotal = (terms: ContractTerms): Money =>
  sum(
    terms.currency,
    terms.feeLines.map(line => line.gross),
  )

/** Devices of each class that the fees pay for. */
export function coveredQuantities(terms: ContractTerms): Map<DeviceClass, number> {
  const covered = new Map<DeviceClass, number>()
  for (const { deviceClass, quantity } of terms.feeLines)
    if (deviceClass !== undefined && quantity !== undefined) covered.set(deviceClass, (covered.get(deviceClass) ?? 0) + quantity)
  return covered
}

export type DeviceDifference = { deviceClass: DeviceClass; agreed: number; registered: number }

/** Where the client's registered devices are not as many as the fees are for; classes without a fee are not compared. */
export function deviceDifferences(terms: ContractTerms, devices: readonly { class: string }[]): DeviceDifference[] {
  return [...coveredQuantities(terms)].flatMap(([deviceClass, agreed]) => {
    const registered = devices.filter(device => device.class === deviceClass).length
    return registered === agreed ? [] : [{ deviceClass, agreed, registered }]
  })
}

/** Refuses an offer whose fees are for another number of devices than are registered. */
export function checkDevices(terms: ContractTerms, devices: readonly { class: string }[]): Result<void> {
  const differences = deviceDifferences(terms, devices)
  if (differences.length === 0) return ok(undefined)
  return err({
    code: 'contract.device-quantity',
    kind: 'invalid',
    detail: differences
      .map(({ deviceClass, agreed, registered }) => `${agreed} ${deviceClass} in the fees, ${registered} registered`)
      .join('; '),
    params: { differences },
  })
}
