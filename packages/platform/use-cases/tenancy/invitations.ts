import { randomBytes } from 'node:crypto'
import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import { addSeconds } from '@pactdesk/domain/kernel/time'
import { acceptMember } from '@pactdesk/domain/tenancy/contact/decide'
import { contactAggregate, staffAggregate } from '@pactdesk/domain/tenancy/index'
import * as routes from '@pactdesk/domain/tenancy/routes'
import { acceptStaff } from '@pactdesk/domain/tenancy/staff/decide'
import { handle } from '../../http/api.ts'
import { sha256 } from '../../identity/tokens.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { keepAdmins, readAdmins } from './administrators.ts'
import { claimContact, claimStaff } from './claims.ts'
import { contactCard, contactInvitation, type Invitation, staffCard, staffInvitation } from './records.ts'

const validSeconds = 7 * 86_400

/** A new code, good for seven days of wall time. History holds its hash; the code itself lies in a record until it is used. */
export function newInvitation(wallNow: string): { invitation: Invitation; hash: string } {
  const code = randomBytes(32).toString('base64url')
  return { invitation: { code, expiresAt: addSeconds(wallNow, validSeconds) }, hash: sha256(code) }
}

const getContactInvitation = handle(routes.getContactInvitation, async ({ uow, params: { client, contact: id } }) => {
  const [held, card] = await Promise.all([
    uow.getRecord(contactInvitation, { client, id }),
    uow.getRecord(contactCard, { client, id }),
  ])
  return { ...open(held?.value), ...(card?.value.email && { email: card.value.email }) }
})

const getStaffInvitation = handle(routes.getStaffInvitation, async ({ uow, params: { staff } }) => {
  const [held, card] = await Promise.all([uow.getRecord(staffInvitation, staff), uow.getRecord(staffCard, staff)])
  return { ...open(held?.value), ...(card?.value.email && { email: card.value.email }) }
})

/**
 * The authorizer found the place by the code's hash; here the code is given up for the account that brings it. A code taken by two
 * at once is one person's: the second commit meets another version.
 */
const accept = handle(
  routes.acceptInvitation,
  async ({ ctx, uow, wallNow, identity: { issuer, subject }, body: { code } }) => {
    const account = { issuer, subject }
    if (ctx.client) await acceptContact(uow, { client: ctx.client, id: ctx.actor.id, code, account, wallNow })
    else await acceptStaffMember(uow, { id: ctx.actor.id, code, account, wallNow })
    return { workspace: ctx.client ? `${ctx.provider}.${ctx.client}` : ctx.provider }
  },
  { workspace: 'invited' },
)

type Acceptance = { id: string; code: string; account: { issuer: string; subject: string }; wallNow: string }

async function acceptContact(uow: UnitOfWork, { client, id, code, account, wallNow }: Acceptance & { client: string }) {
  const loaded = await uow.subject(contactAggregate, { client, id })
  const changed = uow.append(loaded, unwrap(acceptMember(loaded.state, sha256(code), account)))
  inTime((await uow.getRecord(contactInvitation, { client, id }))?.value, wallNow)
  uow.deleteRecord(contactInvitation, { client, id }, 'any')
  await claimContact(uow, loaded.state, changed.state)
}

async function acceptStaffMember(uow: UnitOfWork, { id, code, account, wallNow }: Acceptance) {
  const loaded = await uow.subject(staffAggregate, { id })
  const changed = uow.append(loaded, unwrap(acceptStaff(loaded.state, sha256(code), account)))
  inTime((await uow.getRecord(staffInvitation, id))?.value, wallNow)
  uow.deleteRecord(staffInvitation, id, 'any')
  await claimStaff(uow, loaded.state, changed.state)
  keepAdmins(uow, await readAdmins(uow), loaded.state, changed.state)
}

function open(invitation: Invitation | undefined): Invitation {
  if (invitation) return invitation
  throw new DomainFailure({ code: 'tenancy.no-invitation', kind: 'not-found', detail: 'no invitation waits to be taken here' })
}

function inTime(invitation: Invitation | undefined, wallNow: string): void {
  if (Date.parse(open(invitation).expiresAt) > Date.parse(wallNow)) return
  const detail = `this invitation was good until ${invitation?.expiresAt}; ask for a new one`
  throw new DomainFailure({ code: 'tenancy.invitation-expired', kind: 'conflict', detail })
}

export const invitationHandlers = [getContactInvitation, getStaffInvitation, accept]
