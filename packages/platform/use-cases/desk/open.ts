import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { invalid, notFound, unwrap } from '@pactdesk/domain/kernel/result'
import { chooseContract } from '@pactdesk/domain/outsourcing/contract/index'
import { checkScope, coverageTerms, suggestWorkTypes, type WorkType } from '@pactdesk/domain/outsourcing/metering/index'
import { deviceAggregate } from '@pactdesk/domain/service-support/configuration/index'
import {
  openTicket as decideOpen,
  type Pinned,
  requestOnSite,
  type ScopeOutcome,
  ticketAggregate,
} from '@pactdesk/domain/service-support/incident/index'
import * as routes from '@pactdesk/domain/service-support/incident/routes'
import { clientAggregate } from '@pactdesk/domain/tenancy/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { contractsInForce } from '../contract/register.ts'
import { contactCard } from '../tenancy/records.ts'
import { openSites } from '../tenancy/sites.ts'
import { answerTicket } from './answer.ts'
import { matrixOf } from './matrix.ts'
import { pinnedTerms, policyUnder, sideOf } from './policy.ts'
import { keepText } from './texts.ts'

const defaultTeam = 'desk'

const openTicket = handle(routes.openTicket, async ({ ctx, uow, env, params: { client }, body, etag }) => {
  const requestedAt = body.requestedAt ?? env.now
  const requester = await requesterOf(ctx, uow, client, body)
  if (body.device) await uow.load(deviceAggregate, { client, id: body.device })
  const sites = await openSites(uow, client)
  if (body.site && !sites.includes(body.site))
    return unwrap(notFound('incident.no-site', `${client} has no open site ${body.site}`))
  const site = body.site ?? (sites.length === 1 ? sites[0] : undefined)
  const contract: Pinned = chooseContract(await contractsInForce(uow, client), requestedAt, site)
  const terms = await pinnedTerms(uow, client, contract)
  const scope = await scopeOf(uow, client, contract, body.workType, body.kind)
  const policy = terms && policyUnder(terms, site)
  const number = `${client}-${await uow.nextNumber({ scope: 'client', client, name: 'T' })}`
  const ref = { client, id: number }
  const staff = ctx.kind !== 'client'
  const events = decideOpen(
    {
      kind: body.kind,
      channel: staff ? (body.channel === 'visit' ? 'visit' : 'phone') : 'portal',
      requestedAt,
      subject: body.subject,
      ...(body.text && { body: keepText(uow, { pk: uow.key('client', `T#${number}`, client) }, body.text) }),
      ...(site && { site }),
      ...(body.device && { device: body.device }),
      ...(body.impact && { impact: body.impact }),
      ...(body.urgency && { urgency: body.urgency }),
      ...(body.severity && { severity: { ...body.severity, side: sideOf(ctx) } }),
      ...(staff && body.assignee && { assignee: body.assignee }),
      ...(staff && body.labels && { labels: body.labels }),
    },
    {
      client,
      number,
      team: (staff && body.team) || defaultTeam,
      requester,
      contract,
      policy,
      scope,
      matrix: await matrixOf(uow),
    },
    env,
  )
  let opened = uow.create(ticketAggregate, ref, unwrap(events))
  if (body.onSite) opened = uow.append(opened, unwrap(requestOnSite(opened.state, { at: requestedAt }, env, policy)))
  return answerTicket(ctx, uow, opened, etag)
})

type Asked = { contact?: string | undefined; requesterName?: string | undefined }

/** Name and company as of today: they stay with the ticket. A client's person asks for itself. */
async function requesterOf(ctx: TenantContext, uow: UnitOfWork, client: string, asked: Asked) {
  const { state } = await uow.load(clientAggregate, { client, id: client })
  const company = state.name.zh
  const contact = ctx.kind === 'client' ? ctx.contact : asked.contact
  if (contact) {
    const card = await uow.getRecord(contactCard, { client, id: contact })
    if (!card && ctx.kind !== 'client') return unwrap(notFound('incident.no-contact', `${client} has no contact ${contact}`))
    return { contact, name: card?.value.name.zh ?? ctx.actor.name, company }
  }
  const name = ctx.kind === 'client' ? ctx.actor.name : asked.requesterName
  return name ? { name, company } : unwrap(invalid('incident.requester-needed', 'say who asks: a contact, or a name'))
}

/** The guard's verdict on the kind of work; a fault nobody classified is work under clause 2. */
async function scopeOf(
  uow: UnitOfWork,
  client: string,
  contract: Pinned,
  workType: WorkType | undefined,
  kind: 'incident' | 'request',
): Promise<ScopeOutcome> {
  const at = uow.env.now
  const type = workType ?? (kind === 'incident' ? 'fault' : undefined)
  if (!type) return { outcome: 'undecided', reason: 'guard.not-asked', at }
  const { scope, clause, key } = await verdictOn(uow, client, contract, type)
  const outcome = { in: 'covered', out: 'out-of-scope', unknown: 'undecided' } as const
  return { outcome: outcome[scope], ...(clause && { clause }), reason: key, at }
}

async function verdictOn(uow: UnitOfWork, client: string, contract: Pinned, workType: WorkType) {
  const terms = await pinnedTerms(uow, client, contract)
  const known = terms && contract.outcome === 'chosen' ? coverageTerms(contract.contract, contract.version, terms) : undefined
  return unwrap(checkScope({ workType }, known ?? (contract.outcome === 'ambiguous' ? 'ambiguous' : 'none')))
}

const checkTicketScope = handle(routes.checkTicketScope, async ({ uow, env, params: { client }, query }) => {
  const contract = chooseContract(await contractsInForce(uow, client), env.now, query.site)
  return {
    ...(query.workType && { verdict: await verdictOn(uow, client, contract, query.workType) }),
    suggestions: query.text ? suggestWorkTypes(query.text) : [],
  }
})

export const openHandlers = [openTicket, checkTicketScope]
