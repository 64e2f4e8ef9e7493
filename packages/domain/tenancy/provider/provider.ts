import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import { Currency } from '../../kernel/money.ts'
import { Zone } from '../../kernel/time.ts'
import { BankAccount, Bilingual, Phone } from '../words.ts'

/** How bills are numbered: prefix with `{yyyy}` or `{yyyymm}` of the issue date, then `width` digits. `next` starts a new series. */
export const InvoiceSeries = z
  .object({
    prefix: z
      .string()
      .regex(/^[0-9A-Za-z_-]*(\{yyyy(mm)?\})?[0-9A-Za-z_-]*$/, 'letters, digits, "-", "_" and {yyyy} or {yyyymm}')
      .max(30),
    width: z.int().min(1).max(9),
    next: z.int().min(1).max(999_999_999),
  })
  .meta({ id: 'InvoiceSeries' })
export type InvoiceSeries = z.infer<typeof InvoiceSeries>

/** What fapiao the provider issues by default; the tax platform makes the document itself. */
export const FapiaoDefaults = z
  .object({ kind: z.enum(['vat-general', 'vat-special']), content: z.string().trim().min(1).max(120) })
  .meta({ id: 'FapiaoDefaults' })

export const ProviderSettings = z
  .object({
    name: Bilingual,
    /** Dates of bills, due days and reports are local dates of this zone unless a client has its own. */
    billingZone: Zone,
    currency: Currency,
    taxNumber: z
      .string()
      .regex(/^[0-9A-Z]{8,20}$/, 'a tax number of 8 to 20 capital letters or digits')
      .optional(),
    bank: BankAccount.optional(),
    fapiao: FapiaoDefaults.optional(),
    /** Shown to every client without a click, day and night. */
    emergencyPhone: Phone,
    /** Off: clients pay by bank transfer alone (a mainland Chinese provider has no Stripe account). */
    stripe: z.boolean(),
    invoiceSeries: InvoiceSeries,
  })
  .meta({ id: 'ProviderSettings' })
export type ProviderSettings = z.infer<typeof ProviderSettings>

/** The MSP, tenant of the product. */
export type Provider = ProviderSettings & { id: string }

/** What a client's people may know of their provider; published beside the aggregate in the same commit. */
export const ProviderCard = z
  .object({
    id: Id,
    name: Bilingual,
    billingZone: Zone,
    currency: Currency,
    taxNumber: z.string().optional(),
    bank: BankAccount.optional(),
    emergencyPhone: Phone,
    stripe: z.boolean(),
  })
  .meta({ id: 'ProviderCard' })
export type ProviderCard = z.infer<typeof ProviderCard>

/** Neither the number series, which tells the volume of business, nor the fapiao defaults leave the provider. */
export const providerCard = ({ invoiceSeries: _series, fapiao: _fapiao, ...card }: Provider): ProviderCard => card
