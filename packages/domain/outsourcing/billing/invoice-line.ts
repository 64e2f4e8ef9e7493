import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import { Minor } from '../../kernel/money.ts'
import { DecimalString, Share } from '../../kernel/ratio.ts'
import { LocalDate, Month } from '../../kernel/time.ts'
import { Explanation, SourceRef } from './explanation.ts'

export const LineKind = z.enum(['fee', 'part', 'out-of-scope', 'late-fee']).meta({ id: 'InvoiceLineKind' })
export type LineKind = z.infer<typeof LineKind>

/** A line before tax: what it is for and its gross, VAT included, rounded once. Amounts in minor units of the bill's currency. */
export const UntaxedLine = z.object({
  line: z.int().min(1),
  kind: LineKind,
  description: z.string().max(500),
  clause: z.string(),
  ticket: Id.optional(),
  quantity: DecimalString,
  unit: z.enum(['term', 'piece', 'minute', 'day']),
  /** Exact price in minor units, of a piece or an hour. */
  rate: z.object({ minor: z.string(), per: z.enum(['piece', 'hour', 'term']) }).optional(),
  rateVersion: z.object({ contract: Id, version: z.int().min(1), quote: Id.optional() }).optional(),
  recordedMinutes: z.int().min(0).optional(),
  billedMinutes: z.int().min(0).optional(),
  /** Months before the bill's own whose work arrived after their close. */
  lateFrom: z.array(Month).optional(),
  grossMinor: Minor,
  taxRate: Share,
  sources: z.array(SourceRef),
  explanation: Explanation,
})
export type UntaxedLine = z.infer<typeof UntaxedLine>

export const InvoiceLine = UntaxedLine.extend({ taxMinor: Minor, netMinor: Minor, taxExplanation: Explanation }).meta({
  id: 'InvoiceLine',
})
export type InvoiceLine = z.infer<typeof InvoiceLine>

/** Lines of one tax rate together: the tax is computed here, once, and shared to the lines. */
export const TaxGroup = z
  .object({ taxRate: Share, grossMinor: Minor, taxMinor: Minor, netMinor: Minor, explanation: Explanation })
  .meta({ id: 'TaxGroup' })
export type TaxGroup = z.infer<typeof TaxGroup>

/** A row of the zero-value annex: covered work, shown in units so that the client sees what the fee paid for. */
export const AnnexRow = z
  .object({
    item: Id,
    kind: z.string(),
    date: LocalDate,
    ticket: Id.optional(),
    visit: Id.optional(),
    who: z.string(),
    description: z.string(),
    minutes: z.int().optional(),
    quantity: z.string().optional(),
    clause: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'AnnexRow' })
export type AnnexRow = z.infer<typeof AnnexRow>
