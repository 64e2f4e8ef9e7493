import type { Identity } from '@pactdesk/domain/tenancy/index'
import {
  clientAggregate,
  contactAggregate,
  contactEvents,
  membershipOf,
  providerAggregate,
  staffAggregate,
  staffEvents,
} from '@pactdesk/domain/tenancy/index'
import { react } from '../../events/consumer.ts'
import { writeMembership } from '../../identity/directory.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { contactCard, staffCard } from './records.ts'

/** The directory entry of an identity of the staff, as the person is now. Writing it twice, or late, changes nothing. */
async function writeStaff(uow: UnitOfWork, { staff, issuer, subject }: Identity & { staff: string }): Promise<void> {
  const { provider } = uow.ctx
  const { state, version } = await uow.load(staffAggregate, { id: staff })
  const [card, of] = await Promise.all([uow.getRecord(staffCard, staff), uow.load(providerAggregate, { id: provider })])
  const membership = membershipOf({ provider, identity: { issuer, subject }, person: state, version })
  await writeMembership({ ...membership, personName: card?.value.name.zh ?? staff, providerName: of.state.name })
}

async function writeMember(uow: UnitOfWork, data: Identity & { client: string; contact: string }): Promise<void> {
  const { client, contact, issuer, subject } = data
  const { provider } = uow.ctx
  const { state, version } = await uow.load(contactAggregate, { client, id: contact })
  const [card, of, company] = await Promise.all([
    uow.getRecord(contactCard, { client, id: contact }),
    uow.load(providerAggregate, { id: provider }),
    uow.load(clientAggregate, { client, id: client }),
  ])
  const membership = membershipOf({ provider, identity: { issuer, subject }, person: state, version })
  const names = { providerName: of.state.name, clientName: company.state.name }
  await writeMembership({ ...membership, personName: card?.value.name.zh ?? contact, ...names })
}

/** The tenancy consumer: the only writer of the directory beside the operator's provisioning. */
export const tenancyReactions = [
  react(staffEvents.staffMemberGranted, ({ uow, event }) => writeStaff(uow, event.data)),
  react(staffEvents.staffMemberRevoked, ({ uow, event }) => writeStaff(uow, event.data)),
  react(contactEvents.memberGranted, ({ uow, event }) => writeMember(uow, event.data)),
  react(contactEvents.memberRevoked, ({ uow, event }) => writeMember(uow, event.data)),
]
