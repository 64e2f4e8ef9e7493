import { defineAggregate } from '../../kernel/aggregate.ts'
import { conflict, ok, type Result } from '../../kernel/result.ts'
import { shortName } from '../words.ts'
import { type SiteEvent, siteEvents } from './events.ts'
import type { Site, SiteProfile } from './site.ts'

export const siteMachine = [{ from: 'open', command: 'close', to: 'closed' }] as const

export const siteAggregate = defineAggregate<Site, SiteEvent>({
  type: 'site',
  module: 'tenancy',
  key: 'SITE',
  scope: 'client',
  sv: 1,
  upcasts: [],
  events: siteEvents,
  evolve,
  project: ({ id, name, address, zone, arrivalMinutes, status }) => ({
    row: { id, name: shortName(name), address: address.slice(0, 60), zone, arrivalMinutes, status },
    gsi2: { part: 'SITES', sort: id },
  }),
})

function evolve(state: Site | undefined, event: SiteEvent): Site {
  const { client, site: id } = event.data
  switch (event.type) {
    case 'tenancy.site-opened.v1':
      return { ...event.data.profile, id, client, status: 'open' }
    case 'tenancy.site-changed.v1':
      return { ...event.data.profile, id, client, status: state!.status }
    case 'tenancy.site-closed.v1':
      return { ...state!, status: 'closed' }
  }
}

export const openSite = (client: string, id: string, profile: SiteProfile): Result<SiteEvent[]> =>
  ok([siteEvents.siteOpened.of({ client, site: id, profile })])

/** Other hours or another N hold for new agreements: a signed contract keeps the calendar and the N it was signed with. */
export function changeSite(site: Site, profile: SiteProfile): Result<SiteEvent[]> {
  if (site.status === 'closed') return conflict('tenancy.site-closed', `site ${site.id} is closed`)
  return ok([siteEvents.siteChanged.of({ client: site.client, site: site.id, profile })])
}

export function closeSite(site: Site): Result<SiteEvent[]> {
  if (site.status === 'closed') return conflict('tenancy.site-closed', `site ${site.id} is closed`)
  return ok([siteEvents.siteClosed.of({ client: site.client, site: site.id })])
}
