import * as z from 'zod'
import { ClientKey } from '../../kernel/ids.ts'
import { Zone } from '../../kernel/time.ts'
import { Bilingual } from '../words.ts'

/** Title under which the client wants its bills and fapiao. Address, phone and bank are printed on a special VAT fapiao only. */
export const TaxTitle = z
  .object({
    title: z.string().trim().min(1).max(120),
    number: z
      .string()
      .regex(/^[0-9A-Z]{8,20}$/, 'a tax number of 8 to 20 capital letters or digits')
      .optional(),
    address: z.string().trim().max(200).optional(),
    phone: z.string().trim().max(40).optional(),
    bank: z.string().trim().max(120).optional(),
    account: z.string().trim().max(40).optional(),
  })
  .meta({ id: 'TaxTitle' })

export const ClientProfile = z
  .object({
    name: Bilingual,
    /** One to four characters that stand for the client in dense lists. */
    mark: z.string().trim().min(1).max(4),
    /** Billing periods are local dates here. */
    billingZone: Zone,
    tax: TaxTitle.optional(),
  })
  .meta({ id: 'ClientProfile' })
export type ClientProfile = z.infer<typeof ClientProfile>

/** A company the provider serves. Its key is its id and the prefix of its ticket numbers, so it never changes. */
export const Client = ClientProfile.extend({ id: ClientKey, status: z.enum(['active', 'ended']) }).meta({ id: 'Client' })
export type Client = z.infer<typeof Client>
