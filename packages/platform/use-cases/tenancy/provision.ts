import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { ClientKey, Id } from '@pactdesk/domain/kernel/ids'
import { Bilingual, Email, Identity, membershipOf, ProviderSettings } from '@pactdesk/domain/tenancy/index'
import * as z from 'zod'
import { writeMembership } from '../../identity/directory.ts'
import { type Clock, execute, newId } from '../../run/execute.ts'
import { createProvider } from './provider.ts'
import { addStaffMember } from './staff.ts'

/** What an operator says of a new provider; everything else has a sober start and is changed in the settings. */
export const Provisioning = Identity.extend({
  key: z.union([Id, ClientKey]),
  name: Bilingual,
  admin: z.object({ email: Email, name: Bilingual }),
  settings: ProviderSettings.omit({ name: true }).partial().optional(),
})
export type Provisioning = z.input<typeof Provisioning>

const start: Omit<ProviderSettings, 'name'> = {
  billingZone: 'Asia/Shanghai',
  currency: 'CNY',
  emergencyPhone: '400 000 0000',
  stripe: true,
  invoiceSeries: { prefix: 'INV-{yyyy}-', width: 4, next: 1 },
}

/**
 * Makes provider and administrator in one commit, then the membership, so that the first sign-in works at once. Asked again in the
 * same words, as by an operator who never saw the answer, it is the same provider; in other words, 409.
 */
export async function provision(
  ctx: TenantContext,
  clock: Clock,
  input: Provisioning,
): Promise<{ provider: string; admin: string }> {
  const { key, name, admin, settings, issuer, subject } = Provisioning.parse(input)
  const command = `provision-${key}`
  const execution = { ctx, clock, correlationId: command, idempotency: { key: command, input } }
  const made = await execute(execution, async uow => {
    createProvider(uow, { ...start, ...settings, name })
    const staff = await addStaffMember(uow, {
      id: newId(),
      identity: { issuer, subject },
      access: { roles: ['admin'], clients: '*' },
      fields: { name: admin.name, email: admin.email },
      wallNow: clock.wallNow(),
    })
    return { staff: staff.state, version: staff.version }
  })
  const membership = membershipOf({ provider: key, identity: { issuer, subject }, person: made.staff, version: made.version })
  await writeMembership({ ...membership, personName: admin.name.zh, providerName: name })
  return { provider: key, admin: made.staff.id }
}
