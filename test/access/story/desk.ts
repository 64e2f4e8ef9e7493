import * as desk from '@pactdesk/domain/service-desk/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'
import { client, type Story } from './cast.ts'

const ask = (subject: string, more: object = {}) => ({
  params: { client },
  body: { subject, site: 'HQ', text: 'It does not print.', ...more },
})

/** Raises tickets as the owner of the client. */
export async function raiseTickets({ owner }: Story, count: number): Promise<void> {
  for (let at = 0; at < count; at++) await owner.call(tickets.openTicket, ask(`Printer ${at}`))
}

/** A fault with talk, minutes and a wait, and work outside the contract that is quoted. Returns a ticket that waits for somebody to come. */
export async function deskDay(story: Story): Promise<string> {
  const { product, measured, staff, owner } = story
  product.at('2026-10-08T02:00:00Z')
  await raiseTickets(story, 2)
  const { number } = (await measured('open-ticket', () => owner.call(tickets.openTicket, ask('Printer jammed')))).value
  const params = { client, ticket: number }
  const li = { assignee: { id: 'li', name: 'Li' } }
  await measured('assign-ticket', () => staff.call(tickets.assignTicket, { params, body: li }))
  const reply = { text: 'Please restart it.', work: { kind: 'remote' as const, minutes: 5 } }
  await measured('reply-with-minutes', () => staff.call(tickets.replyToTicket, { params, body: reply }))
  await measured('note', () => staff.call(tickets.addTicketNote, { params, body: { text: 'The third time this month.' } }))
  await measured('log-work', () => staff.call(tickets.logTicketWork, { params, body: { kind: 'remote', minutes: 10 } }))
  await measured('wait', () => staff.call(tickets.waitTicket, { params, body: { on: 'client', reason: 'to be restarted' } }))
  await measured('ticket', () => staff.call(tickets.getTicket, { params }))
  await measured('timeline', () => staff.call(tickets.getTimeline, { params }))
  await measured('timeline-client', () => owner.call(tickets.getTimeline, { params }))
  await staff.call(tickets.resumeTicket, { params, body: {} })
  await measured('resolve', () => staff.call(tickets.resolveTicket, { params, body: {} }))
  await contestedWait(story)
  await quotedWork(story)
  await lists(story)
  await product.drain()
  return (await owner.call(tickets.openTicket, ask('Server is silent', { onSite: true }))).value.number
}

async function contestedWait({ measured, staff, owner }: Story): Promise<void> {
  const params = { client, ticket: `${client}-1` }
  await staff.call(tickets.waitTicket, { params, body: { on: 'client', reason: 'to be restarted' } })
  const { value } = await owner.call(tickets.contestPause, { params, body: { text: 'It was restarted.' } })
  const struck = { since: value.waiting!.since, outcome: 'struck' as const, reason: 'It was.' }
  await measured('decide-pause', () => staff.call(tickets.decidePause, { params, body: struck }))
}

async function quotedWork({ measured, staff, owner }: Story): Promise<void> {
  const wanted = ask('Four network points', { kind: 'request', workType: 'network-addition' })
  const params = { client, ticket: (await owner.call(tickets.openTicket, wanted)).value.number }
  const price = { mode: 'time-and-material' as const }
  const quote = { text: 'Four points', price, expiresAt: '2026-10-30T02:00:00Z' }
  const { quotes } = (await staff.call(tickets.askTicketQuote, { params, body: quote })).value
  const accepted = { ...params, quote: quotes[0]!.id }
  await measured('accept-quote', () => owner.call(tickets.acceptTicketQuote, { params: accepted, body: {} }))
  await staff.call(tickets.logTicketWork, { params, body: { kind: 'remote', minutes: 90 } })
}

async function lists(story: Story): Promise<void> {
  const { product, measured, staff, owner } = story
  await measureTicketLists(story)
  await measured('attainment', () => staff.call(desk.getAttainment, { params: { client }, query: { month: '2026-10' } }))
  await measured('feed-news', () => staff.call(desk.getFeed, { query: { since: '2026-10-08T01:00:00Z' } }))
  product.at('2026-10-08T02:30:00Z')
  const since = { since: '2026-10-08T02:20:00Z' }
  await measured('feed-idle', () => staff.call(desk.getFeed, { query: since }))
  await measured('feed-idle-client', () => owner.call(desk.getClientFeed, { params: { client }, query: since }))
}

/** The lists whose length grows with the number of tickets. */
export async function measureTicketLists({ measured, staff, owner }: Pick<Story, 'measured' | 'staff' | 'owner'>): Promise<void> {
  await measured('queue', () => staff.call(desk.getQueue, {}))
  await measured('my-tickets', () => staff.call(desk.listMyTickets, {}))
  await measured('open-tickets-of-client', () => owner.call(desk.listOpenTickets, { params: { client } }))
  await measured('my-requests', () => owner.call(desk.listMyRequests, { params: { client } }))
}
