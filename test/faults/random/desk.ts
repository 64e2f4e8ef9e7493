import * as visits from '@pactdesk/domain/outsourcing/field-service/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'
import type { Deed, Firm, Walk } from './walk.ts'

/** A deed on one ticket of the firm, where there is one. */
const onTicket =
  (run: (walk: Walk, params: { client: string; ticket: string }, firm: Firm) => Promise<unknown>): Deed =>
  async (walk, firm) =>
    firm.tickets.length > 0 && run(walk, { client: firm.client, ticket: walk.pick(firm.tickets) }, firm)

const onVisit =
  (run: (walk: Walk, params: { client: string; visit: string }, firm: Firm) => Promise<unknown>): Deed =>
  async (walk, firm) =>
    firm.visits.length > 0 && run(walk, { client: firm.client, visit: walk.pick(firm.visits) }, firm)

const reason = 'because'

export const deskDeeds: Record<string, Deed> = {
  raise: async ({ pick, odds }, { owner, params, tickets: known }) => {
    const request = odds(0.3) ? { kind: 'request' as const, workType: 'network-addition' as const } : {}
    const severe = { severity: 'severe' as const, wholeNetworkDown: odds(0.5) }
    const body = {
      subject: pick(['Printer', 'Mail', 'Network']),
      site: 'HQ',
      onSite: odds(0.3),
      ...request,
      ...(odds(0.2) && { severity: severe }),
    }
    known.push((await owner.call(tickets.openTicket, { params, body })).value.number)
  },
  reply: onTicket(({ world, pick, odds, below }, params, { owner }) => {
    if (odds(0.4)) return owner.call(tickets.replyToTicket, { params, body: { text: 'And now?' } })
    const wait = { do: 'wait' as const, on: pick(['client', 'part', 'supplier'] as const), reason }
    const next = odds(0.3) ? wait : odds(0.3) ? { do: 'resolve' as const } : undefined
    const work = odds(0.6) ? { kind: 'remote' as const, minutes: 1 + below(90) } : undefined
    return world.staff.call(tickets.replyToTicket, {
      params,
      body: { text: 'Done so far.', ...(work && { work }), ...(next && { next }) },
    })
  }),
  note: onTicket(({ world, below }, params) =>
    world.staff.call(tickets.addTicketNote, {
      params,
      body: { text: 'A note', work: { kind: 'remote', minutes: 1 + below(9) } },
    }),
  ),
  log: onTicket(({ world, below }, params) =>
    world.staff.call(tickets.logTicketWork, { params, body: { kind: 'remote', minutes: 5 + below(200) } }),
  ),
  wait: onTicket(({ world }, params) => world.staff.call(tickets.waitTicket, { params, body: { on: 'client', reason } })),
  contest: onTicket((_walk, params, { owner }) => owner.call(tickets.contestPause, { params, body: { text: reason } })),
  resume: onTicket(({ world }, params) => world.staff.call(tickets.resumeTicket, { params, body: {} })),
  resolve: onTicket(({ world }, params) => world.staff.call(tickets.resolveTicket, { params, body: {} })),
  confirm: onTicket((_walk, params, { owner }) => owner.call(tickets.confirmTicket, { params, body: {} })),
  reopen: onTicket((_walk, params, { owner }) => owner.call(tickets.reopenTicket, { params, body: { reason } })),
  withdraw: onTicket(({ odds }, params, { owner }) =>
    odds(0.2) ? owner.call(tickets.withdrawTicket, { params, body: {} }) : Promise.resolve(),
  ),
  assign: onTicket(({ world, odds }, params) =>
    world.staff.call(tickets.assignTicket, { params, body: { assignee: odds(0.2) ? null : { id: 'li', name: 'Li' } } }),
  ),
  severity: onTicket(({ world, odds, pick }, params, { owner }) => {
    const body = { severity: pick(['severe', 'ordinary'] as const), wholeNetworkDown: odds(0.5) }
    return (odds(0.5) ? owner : world.staff).call(tickets.stateTicketSeverity, { params, body })
  }),
  scope: onTicket(({ world, pick }, params) =>
    world.staff.call(tickets.decideTicketScope, {
      params,
      body: { outcome: pick(['covered', 'out-of-scope'] as const), reason },
    }),
  ),
  quote: onTicket(async ({ world, odds, now }, params, { owner }) => {
    const expiresAt = new Date(Date.parse(now()) + 5 * 86_400_000).toISOString().replace('.000Z', 'Z')
    const quote = { text: 'By the hour', price: { mode: 'time-and-material' as const }, expiresAt }
    const { quotes } = (await world.staff.call(tickets.askTicketQuote, { params, body: quote })).value
    const route = odds(0.8) ? tickets.acceptTicketQuote : tickets.declineTicketQuote
    return owner.call(route, { params: { ...params, quote: quotes.at(-1)!.id }, body: {} })
  }),
}

export const visitDeeds: Record<string, Deed> = {
  dispatch: onTicket(async ({ world }, { client, ticket }, { visits: known }) => {
    const order = { params: { client }, body: { site: 'HQ', tickets: [ticket], technician: 'li' } }
    known.push((await world.staff.call(visits.dispatchVisit, order)).value.id)
  }),
  planned: async ({ world }, { params, visits: known }) => {
    const { items } = (await world.staff.call(visits.listClientVisits, { params })).value
    for (const { id } of items.slice(0, 3)) if (!known.includes(id)) known.push(id)
  },
  schedule: onVisit(({ world, day, below }, params) =>
    world.staff.call(visits.scheduleVisit, { params, body: { technician: 'li', date: day(below(4)) } }),
  ),
  move: onVisit(({ world, day, below }, params) =>
    world.staff.call(visits.moveVisit, { params, body: { date: day(1 + below(6)), asked: 'client', note: reason } }),
  ),
  travel: onVisit(({ world }, params) => world.staff.call(visits.startTravel, { params, body: {} })),
  arrive: onVisit(({ world, odds }, params) =>
    world.staff.call(visits.arriveAtVisit, { params, body: { how: 'typed', place: 'HQ', reason, begin: odds(0.7) } }),
  ),
  begin: onVisit(({ world }, params) => world.staff.call(visits.beginVisit, { params, body: {} })),
  check: onVisit(({ world }, params) =>
    world.staff.call(visits.checkVisit, { params, body: { entries: [{ result: 'done', devices: 'all', tasks: 'all' }] } }),
  ),
  finish: onVisit(({ world }, params) => world.staff.call(visits.finishVisit, { params, body: {} })),
  sign: onVisit((_walk, params, { owner }) => owner.call(visits.signVisit, { params, body: { how: 'portal', name: 'Wang' } })),
  refuse: onVisit(({ world, odds }, params) =>
    odds(0.3)
      ? world.staff.call(visits.reportNoAccess, { params, body: { reason: 'client-absent', note: reason } })
      : world.staff.call(visits.leaveUnsigned, { params, body: { reason: 'client-absent', note: reason } }),
  ),
  cancel: onVisit(({ world, odds }, params) =>
    odds(0.2) ? world.staff.call(visits.cancelVisit, { params, body: { asked: 'client', note: reason } }) : Promise.resolve(),
  ),
}
