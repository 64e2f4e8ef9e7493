import { unwrap } from '@pactdesk/domain/kernel/result'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import {
  type ContractTerms,
  contractAggregate,
  contractEvents,
  isBinding,
  type PlannedVisit,
  planVisits,
  servedUntil,
  visitsOf,
} from '@pactdesk/domain/outsourcing/contract/index'
import { orderOf, planVisit, visitAggregate } from '@pactdesk/domain/outsourcing/field-service/index'
import { inServiceOn } from '@pactdesk/domain/service-support/configuration/index'
import { siteAggregate } from '@pactdesk/domain/tenancy/index'
import { react } from '../../events/consumer.ts'
import { execute } from '../../run/execute.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { deviceRows } from '../configuration/index.ts'
import { reportStep } from '../contract/steps.ts'

/** A commit holds 100 items; a visit takes two. */
const perCommit = 40

/**
 * Plans the visits of the months that have fallen due, on working days. Ids come from month and site, so the same event again, or
 * a month planned before, gives nothing new; more visits than a commit holds go in several, the last with the contract's step.
 */
export const planDueVisits = react(contractEvents.visitsDue, async ({ uow, event, ctx, clock }) => {
  const { client, contract, months } = event.data
  const devices = await deviceRows(uow, client)
  const wanted = await visitsWanted(uow, client, contract, months, devices)
  const planned = await uow.findAll(
    visitAggregate,
    wanted.map(({ visit }) => ({ client, id: visit.id })),
  )
  const known = new Set(planned.map(({ ref }) => ref.id))
  const fresh = wanted.filter(({ visit }) => !known.has(visit.id))
  while (fresh.length > perCommit) {
    const chunk = fresh.splice(0, perCommit)
    const causation = { correlationId: event.correlationId, causationId: event.id }
    await execute({ ctx, clock, ...causation }, async apart => {
      for (const one of chunk) await create(apart, client, contract, one, devices)
    })
  }
  for (const one of fresh) await create(uow, client, contract, one, devices)
  await reportStep(uow, { client, contract }, 'visit-plan', 'done')
})

type Wanted = { visit: PlannedVisit; terms: ContractTerms; version: number }
type Rows = Awaited<ReturnType<typeof deviceRows>>

async function visitsWanted(uow: UnitOfWork, client: string, id: string, months: string[], rows: Rows): Promise<Wanted[]> {
  const { state } = await uow.load(contractAggregate, { client, id })
  if (!isBinding(state)) return []
  const { terms, version } = state
  const today = localDateOf(uow.env.now, terms.billingZone)
  const devices = rows.filter(device => !device.standby && device.status === 'in-service')
  const plan = planVisits(terms, devices, terms.calendar, today)
  const until = servedUntil(state)
  return visitsOf(plan, months).flatMap(visit => (visit.on < until ? [{ visit, terms, version }] : []))
}

async function create(
  uow: UnitOfWork,
  client: string,
  contract: string,
  { visit, terms, version }: Wanted,
  known: Rows,
): Promise<void> {
  const site = await uow.load(siteAggregate, { client, id: visit.site })
  const rows = known.filter(device => inServiceOn(device, visit.on) || visit.devices.includes(device.id))
  const devices = rows.map(({ id, name, class: kind, site: place }) => ({ id, name, class: kind, site: place }))
  const { reinstalls } = planVisits(terms, devices)
  const order = orderOf(visit, {
    contract: { id: contract, version },
    terms,
    reinstalls,
    devices: devices.map(({ id, name, class: kind }) => ({ id, name, class: kind })),
    zone: site.state.zone,
  })
  uow.create(visitAggregate, { client, id: visit.id }, unwrap(planVisit({ visit: visit.id, client }, order)))
}
