import { allocate } from '@pactdesk/domain/kernel/allocate'
import { ratio } from '@pactdesk/domain/kernel/ratio'
import { unwrap } from '@pactdesk/domain/kernel/result'
import { LocalDate } from '@pactdesk/domain/kernel/time'
import { creditedTax } from '@pactdesk/domain/outsourcing/billing/credit-note'
import { inclusive, prorateByDays } from '@pactdesk/domain/outsourcing/billing/proration'
import { taxOnTop } from '@pactdesk/domain/outsourcing/billing/tax'
import * as z from 'zod'
import { compared, type OracleResult, skipped } from './result.ts'

const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/)
const Case = z.object({ id: z.string(), kind: z.string(), input: z.unknown(), expected: z.unknown() })

/** The kinds of case that have a capability here: what goes in, what must come out, and the product's own functions. */
const kinds: Record<string, (id: string, input: unknown, expected: unknown) => OracleResult> = {
  allocate: judge(
    z.object({ amount: Decimal, weights: z.array(Decimal), scale: z.int().min(0).max(9) }),
    z.object({ shares: z.array(Decimal) }),
    ({ amount, weights, scale }) => ({ shares: allocate(scaled(amount, scale), weights).map(share => unscaled(share, scale)) }),
  ),
  tax: judge(
    z.object({ amountCents: z.int(), taxRatePercent: Decimal }),
    z.object({ taxCents: z.int(), totalCents: z.int() }),
    ({ amountCents, taxRatePercent }) => {
      const taxCents = taxOnTop(amountCents, ratio(taxRatePercent).div(100))
      return { taxCents, totalCents: amountCents + taxCents }
    },
  ),
  credit_note: judge(
    z.object({ paidAmountCents: z.int(), taxRatePercent: Decimal, periodDays: z.int().min(1), usedDays: z.int().min(0) }),
    z.object({ creditExclTaxCents: z.int(), taxCents: z.int(), totalCents: z.int() }),
    ({ paidAmountCents, taxRatePercent, periodDays, usedDays }) => {
      const period = { from: dayOf(0), to: dayOf(periodDays) }
      const credited = unwrap(prorateByDays(paidAmountCents, period, { from: dayOf(usedDays), to: period.to })).minor
      const stored = { amountMinor: paidAmountCents, taxMinor: taxOnTop(paidAmountCents, ratio(taxRatePercent).div(100)) }
      const taxCents = credited === 0 ? 0 : creditedTax(stored, credited)
      return { creditExclTaxCents: credited, taxCents, totalCents: credited + taxCents }
    },
  ),
  proration_days: judge(
    z.object({
      amountCents: z.int(),
      periodStart: LocalDate,
      periodEndInclusive: LocalDate,
      billFrom: LocalDate,
      billToInclusive: LocalDate,
    }),
    z.object({ amountCents: z.int(), precise: z.string().optional() }),
    input => {
      const period = inclusive(input.periodStart, input.periodEndInclusive)
      const { minor, exact } = unwrap(prorateByDays(input.amountCents, period, inclusive(input.billFrom, input.billToInclusive)))
      return { amountCents: minor, precise: String(exact.valueOf()) }
    },
    (expected, actual) => expected.amountCents === actual.amountCents && close(expected.precise, actual.precise),
  ),
}

/** Judges a file of billing cases, `{cases: […]}` or an array; kinds that belong to other capabilities are skipped and counted. */
export function run(content: unknown): OracleResult[] {
  const list = Array.isArray(content) ? content : (content as { cases?: unknown }).cases
  return z
    .array(Case)
    .parse(list)
    .map(({ id, kind, input, expected }) => {
      const judgeCase = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
      return judgeCase?.(id, input, expected) ?? skipped(id, `kind ${kind} belongs to contract-to-cash`)
    })
}

function judge<Input, Expected>(
  Input: z.ZodType<Input>,
  Expected: z.ZodType<Expected>,
  compute: (input: Input) => Expected,
  same: (expected: Expected, actual: Expected) => boolean = (a, b) => JSON.stringify(a) === JSON.stringify(b),
) {
  return (id: string, input: unknown, expected: unknown): OracleResult => {
    const wanted = Expected.safeParse(expected)
    if (!wanted.success) return { id, status: 'failed', expected, reason: 'what is expected cannot be read' }
    return compared(
      id,
      wanted.data,
      () => compute(Input.parse(input)),
      (a, b) => same(a as Expected, b as Expected),
    )
  }
}

const dayOf = (offset: number): string => new Date(Date.UTC(2001, 0, 1 + offset)).toISOString().slice(0, 10)

function scaled(amount: string, scale: number): number {
  const minor = ratio(amount).mul(10 ** scale)
  if (minor.d !== 1n) throw new Error(`${amount} has more than ${scale} decimals`)
  return Number(minor.s * minor.n)
}

function unscaled(minor: number, scale: number): string {
  const digits = String(Math.abs(minor)).padStart(scale + 1, '0')
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return minor < 0 ? `-${text}` : text
}

/** The precise value of a case was printed from binary fractions: about 15 digits of it are meant. */
function close(expected: string | undefined, actual: string | undefined): boolean {
  if (expected === undefined) return true
  const [a, b] = [Number(expected), Number(actual)]
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
}
