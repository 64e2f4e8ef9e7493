import type { DraftTerms } from '@pactdesk/domain/outsourcing/contract/draft-terms'
import { type DeviceClass, deviceClasses } from '@pactdesk/domain/service-support/configuration/device'
import type { Money } from '../../format/money.ts'

/** One fee as it is typed: quantity × unit price, or an amount for the whole line. */
export type FormLine = {
  key: string
  item: string
  deviceClass?: DeviceClass | undefined
  quantity?: number | undefined
  unit?: Money | undefined
  gross?: Money | undefined
  /** Exact decimal. */
  taxRate: string
}

/** Classes that a maintenance fee is usually agreed for, in the order of the contract. */
const paidClasses = ['pc', 'server', 'network', 'printer'] as const satisfies readonly DeviceClass[]

/** A line for each class of which the register has devices: number filled in, price left to be agreed. */
export function linesOfDevices(
  count: Partial<Record<DeviceClass, number>>,
  taxRate: string,
  nameOf: (kind: DeviceClass) => string,
): FormLine[] {
  return paidClasses
    .filter(kind => (count[kind] ?? 0) > 0)
    .map(kind => ({ key: kind, item: nameOf(kind), deviceClass: kind, quantity: count[kind] ?? 0, taxRate }))
}

/** Gross of a line, as far as it is known. */
export function grossOf({ quantity, unit, gross }: FormLine): Money | undefined {
  return quantity !== undefined && unit ? { currency: unit.currency, minor: unit.minor * quantity } : gross
}

export const totalOf = (lines: readonly FormLine[], currency: string): Money => ({
  currency,
  minor: lines.reduce((sum, line) => sum + (grossOf(line)?.minor ?? 0), 0),
})

/** As the contract takes them, numbered from 1; a price that is not typed yet counts nothing. */
export const termLinesOf = (lines: readonly FormLine[], currency: string): DraftTerms['feeLines'] =>
  lines.map((line, at) => ({
    line: at + 1,
    item: line.item.trim(),
    ...(line.deviceClass && { deviceClass: line.deviceClass }),
    ...(line.quantity !== undefined && { quantity: line.quantity, ...(line.unit && { unitGross: line.unit }) }),
    gross: grossOf(line) ?? { currency, minor: 0 },
    taxRate: line.taxRate,
  }))

export const formLinesOf = (lines: DraftTerms['feeLines']): FormLine[] =>
  lines.map(({ line, item, deviceClass, quantity, unitGross, gross, taxRate }) => ({
    key: String(line),
    item,
    deviceClass,
    quantity,
    taxRate,
    ...(unitGross ? { unit: unitGross } : { gross }),
  }))

export type DeviceDifference = { kind: DeviceClass; charged: number; registered: number }

/** Classes whose charged number differs from the register; signing is refused while they differ. */
export function differencesOf(lines: readonly FormLine[], count: Partial<Record<DeviceClass, number>>): DeviceDifference[] {
  return deviceClasses.flatMap(kind => {
    const own = lines.filter(line => line.deviceClass === kind)
    if (own.length === 0) return []
    const charged = own.reduce((sum, line) => sum + (line.quantity ?? 0), 0)
    const registered = count[kind] ?? 0
    return charged === registered ? [] : [{ kind, charged, registered }]
  })
}
