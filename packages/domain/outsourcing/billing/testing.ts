import { explain, value } from './explanation.ts'
import type { UntaxedLine } from './invoice-line.ts'

/** A line for tests, of one gross amount and rate. */
export const untaxedLine = (line: number, grossMinor: number, taxRate: string): UntaxedLine => ({
  line,
  kind: 'fee',
  description: `line ${line}`,
  clause: '1(1)',
  quantity: '1',
  unit: 'term',
  grossMinor,
  taxRate,
  sources: [],
  explanation: explain({
    key: 'billing.explain.fee',
    unit: 'minor',
    equation: value(grossMinor),
    rounding: 'none',
    inputs: {},
    sources: [],
  }),
})
