import * as visits from '@pactdesk/domain/outsourcing/field-service/routes'
import type { World } from '../world.ts'

/** The technician leaves; the client's owner signs the report in the portal. */
export async function finishAndSign({ as }: World, params: { client: string; visit: string }, at: string): Promise<void> {
  await as.technician.call(visits.finishVisit, { params, body: { at } })
  await as.owner.call(visits.signVisit, { params, body: { how: 'portal', name: 'Owner' } })
}
