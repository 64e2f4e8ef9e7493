import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import * as devices from '@pactdesk/domain/service-support/configuration/routes'
import * as tenancy from '@pactdesk/domain/tenancy/routes'
import { type Deed, known } from './walk.ts'

const issuer = 'https://issuer.example'
const contacts = ['chen', 'qian', 'sun'] as const

export const agreementDeeds: Record<string, Deed> = {
  addContact: ({ world, pick }, { params }) => {
    const id = pick(contacts)
    return world.admin.call(tenancy.addContact, { params, body: { id, name: { zh: id, en: id }, email: `${id}@example.com` } })
  },
  grant: ({ world, pick, below }, { client }) => {
    const contact = pick(contacts)
    const body = {
      issuer,
      subject: `${client}-${contact}-${below(2)}`,
      roles: [pick(['client-user', 'client-approver'] as const)],
    }
    return known(world.admin.call(tenancy.grantContact, { params: { client, contact }, body }))
  },
  revoke: ({ world, pick }, { client }) =>
    known(world.admin.call(tenancy.revokeContact, { params: { client, contact: pick(contacts) } })),
  register: ({ world, below, day, pick }, { params }) => {
    const facts = { name: 'PC', site: 'HQ', antivirus: pick(['yes', 'no', 'unknown'] as const), backup: 'unknown' as const }
    const body = { id: `X-${below(6)}`, ...facts, class: 'pc' as const, inServiceFrom: day() }
    return world.admin.call(devices.registerDevice, { params, body })
  },
  retire: ({ world, below, day }, { client }) =>
    known(
      world.admin.call(devices.retireDevice, {
        params: { client, device: `X-${below(6)}` },
        body: { on: day(), reason: 'replaced' },
      }),
    ),
  bringBack: ({ world, below, day }, { client }) =>
    known(world.admin.call(devices.returnDevice, { params: { client, device: `X-${below(6)}` }, body: { on: day() } })),
  notice: ({ world, odds, day }, { client, contract }) => {
    if (!odds(0.3)) return Promise.resolve()
    const said = { by: 'client' as const, ground: 'none' as const, reason: 'moves away' }
    const body = { ...said, noticeOn: day(), lastServiceDay: day(40) }
    return world.admin.call(contracts.giveContractNotice, { params: { client, contract }, body })
  },
  takeBack: ({ world }, { client, contract }) =>
    world.admin.call(contracts.takeBackContractNotice, { params: { client, contract }, body: { reason: 'stays' } }),
}
