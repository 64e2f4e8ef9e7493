import { useSites } from '../../ticket/use-places.ts'

/** A site's name by its key; all sites of a client come in one answer. */
export function SiteName({ client, site }: { client: string; site: string }) {
  return <>{useSites(client).nameOf(site)}</>
}
