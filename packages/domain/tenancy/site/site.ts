import * as z from 'zod'
import { ClientKey, Id } from '../../kernel/ids.ts'
import { Zone } from '../../kernel/time.ts'
import { Bilingual } from '../words.ts'
import { WorkingHours } from './hours.ts'

export const SiteProfile = z
  .object({
    name: Bilingual,
    address: z.string().trim().min(1).max(200),
    zone: Zone,
    /** N of clause 3(6): working minutes from a formal request until on site and begun, agreed by the distance. */
    arrivalMinutes: z.int().min(1).max(10_080),
    /** Distance from the provider that N was agreed by, in km. */
    distanceKm: z.number().min(0).max(20_000).optional(),
    hours: WorkingHours,
    /** Contacts to ask for on site, the first one first. */
    contacts: z.array(Id).max(20).default([]),
  })
  .meta({ id: 'SiteProfile' })
export type SiteProfile = z.infer<typeof SiteProfile>

/** A place of a client where its devices stand and technicians go. */
export const Site = SiteProfile.extend({ id: Id, client: ClientKey, status: z.enum(['open', 'closed']) }).meta({ id: 'Site' })
export type Site = z.infer<typeof Site>
