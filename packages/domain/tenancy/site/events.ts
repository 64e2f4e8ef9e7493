import * as z from 'zod'
import { defineEvent, type EventsOf } from '../../kernel/event.ts'
import { ClientKey, Id } from '../../kernel/ids.ts'
import { SiteProfile } from './site.ts'

const about = { client: ClientKey, site: Id }

export const siteEvents = {
  siteOpened: defineEvent('tenancy', 'site-opened', 1, 'client', z.object({ ...about, profile: SiteProfile })),
  siteChanged: defineEvent('tenancy', 'site-changed', 1, 'client', z.object({ ...about, profile: SiteProfile })),
  siteClosed: defineEvent('tenancy', 'site-closed', 1, 'client', z.object(about)),
}
export type SiteEvent = EventsOf<typeof siteEvents>
