import { hasRole } from '@pactdesk/domain/kernel/context'
import { DomainFailure } from '@pactdesk/domain/kernel/result'
import type { Technician } from '@pactdesk/domain/outsourcing/field-service/index'
import { staffAggregate } from '@pactdesk/domain/tenancy/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { staffCard } from '../tenancy/records.ts'

/** An active member of staff who serves the client, with the name to show; `me` is the caller. */
export async function technicianOf(uow: UnitOfWork, client: string, id: string): Promise<Technician> {
  const own = id === 'me' || id === uow.ctx.actor.id
  const staff = await uow.find(staffAggregate, { id: own ? uow.ctx.actor.id : id })
  const serves = staff?.state.status === 'active' && (staff.state.clients === '*' || staff.state.clients.includes(client))
  if (!staff || !serves) throw unknown(id)
  const card = await uow.getRecord(staffCard, staff.ref.id)
  return { id: staff.ref.id, name: card?.value.name.zh ?? staff.ref.id }
}

/** Whom to send when nobody was named: a technician who dispatches goes; others name somebody later. */
export const technicianFor = async (uow: UnitOfWork, client: string, id: string | undefined): Promise<Technician | undefined> =>
  id !== undefined ? technicianOf(uow, client, id) : hasRole(uow.ctx, 'technician') ? technicianOf(uow, client, 'me') : undefined

const unknown = (id: string) =>
  new DomainFailure({
    code: 'field-service.technician',
    kind: 'invalid',
    detail: `${id} is no member of staff who serves this client`,
  })
