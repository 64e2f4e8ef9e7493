import * as z from 'zod'
import { Id } from '../kernel/ids.ts'

/** A name in both languages of the product; neither may be empty. */
export const Bilingual = z
  .object({ zh: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(120) })
  .meta({ id: 'Bilingual' })
export type Bilingual = z.infer<typeof Bilingual>

/** Kept in lower case: two spellings of one address are one person. */
export const Email = z.email().max(254).toLowerCase()

/** As people write it: digits, spaces, `+ - ( )`, an extension after `#`, `x` or `转`. */
export const Phone = z.string().regex(/^\+?[0-9][0-9 ()-]{3,24}(\s*(#|x|转)\s*\d{1,6})?$/, 'a telephone number')

/** How an identity provider knows a person. The issuer is an https URL (http for a local one), the subject its stable id there. */
export const Identity = z.object({ issuer: z.url().max(300), subject: z.string().min(1).max(255) }).meta({ id: 'Identity' })
export type Identity = z.infer<typeof Identity>

/** Account to which a client pays by bank transfer. */
export const BankAccount = z
  .object({
    accountName: z.string().trim().min(1).max(120),
    bank: z.string().trim().min(1).max(120),
    accountNumber: z.string().regex(/^[0-9A-Z]([0-9A-Z -]{4,32})[0-9A-Z]$/, 'an account number of digits or an IBAN'),
  })
  .meta({ id: 'BankAccount' })
export type BankAccount = z.infer<typeof BankAccount>

/** For index rows, which hold 700 bytes: 40 characters a language. */
export const shortName = ({ zh, en }: Bilingual): Bilingual => ({ zh: zh.slice(0, 40), en: en.slice(0, 40) })

/** Personal data of a person, kept beside the history as a record of its own so that it can be corrected and erased. */
export const PersonCard = z
  .object({
    id: Id,
    name: Bilingual,
    email: Email.optional(),
    phone: Phone.optional(),
    /** Job title, free text. */
    title: z.string().trim().max(60).optional(),
  })
  .meta({ id: 'PersonCard' })
export type PersonCard = z.infer<typeof PersonCard>
export const PersonFields = PersonCard.omit({ id: true })
export type PersonFields = z.infer<typeof PersonFields>

const cardFields = ['name', 'email', 'phone', 'title'] as const
export const CardField = z.enum(cardFields)

/** Which fields differ: history says that they changed, never their values. */
export const changedFields = (old: PersonFields, wanted: PersonFields) =>
  cardFields.filter(field => JSON.stringify(old[field]) !== JSON.stringify(wanted[field]))
