import * as z from 'zod'
import type { Role } from '../../kernel/context.ts'
import { defineRoute, PageQuery, pageOf } from '../../kernel/route.ts'
import { ScopeVerdict, WorkTypeName } from '../../outsourcing/metering/scope-guard.ts'
import { ClockExplanation } from '../../service-delivery/service-level/explain.ts'
import { contractChoosers, deciders, deskReaders, deskRoles, pauseJudges } from './actions.ts'
import * as inputs from './inputs.ts'
import { TimelineEntry } from './timeline.ts'
import { TicketView } from './views.ts'

const tickets = '/api/desk/clients/{client}/tickets'
const one = `${tickets}/{ticket}` as const
const clientPeople = ['client-user', 'client-approver', 'client-owner'] as const
const readers: readonly Role[] = [...deskReaders, ...clientPeople]
const both: readonly Role[] = [...deskRoles, ...clientPeople]
const Nothing = z.object({})

const command = <Path extends string, Body extends z.ZodType>(
  id: string,
  path: Path,
  summary: string,
  roles: readonly Role[],
  body: Body,
) => defineRoute({ id, group: 'desk', method: 'POST', path, summary, roles, body, response: TicketView })

export const openTicket = defineRoute({
  id: 'openTicket',
  group: 'desk',
  method: 'POST',
  path: tickets,
  summary: 'Raise a ticket in the portal, or log a call',
  roles: both,
  body: inputs.OpenTicketInput,
  response: TicketView,
  status: 201,
})
export const getTicket = defineRoute({
  id: 'getTicket',
  group: 'desk',
  method: 'GET',
  path: one,
  summary: 'A ticket with clocks, work, quotes and what the caller may do',
  roles: readers,
  response: TicketView,
})
export const getTimeline = defineRoute({
  id: 'getTimeline',
  group: 'desk',
  method: 'GET',
  path: `${one}/timeline`,
  summary: 'Talk and events in one line, newest page first, each page in order of time',
  roles: readers,
  query: PageQuery,
  response: pageOf(TimelineEntry),
})
export const explainTicketClock = defineRoute({
  id: 'explainTicketClock',
  group: 'desk',
  method: 'GET',
  path: `${one}/clocks/{clock}/explanation`,
  summary: 'Why a clock shows what it shows, interval by interval',
  roles: readers,
  response: ClockExplanation,
})
export const checkTicketScope = defineRoute({
  id: 'checkTicketScope',
  group: 'desk',
  method: 'GET',
  path: '/api/desk/clients/{client}/scope',
  summary: 'What the out-of-scope guard says of a kind of work, and which kinds a text suggests',
  roles: both,
  query: z.object({
    workType: WorkTypeName.optional(),
    site: z.string().max(64).optional(),
    text: z.string().max(500).optional(),
  }),
  response: z
    .object({
      verdict: ScopeVerdict.optional(),
      suggestions: z.array(
        z.object({ workType: WorkTypeName, scope: z.enum(['in', 'out']), clause: z.string(), word: z.string() }),
      ),
    })
    .meta({ id: 'ScopeCheck' }),
})

export const replyToTicket = command(
  'replyToTicket',
  `${one}/replies`,
  'Answer, with minutes and what happens next',
  both,
  inputs.ReplyInput,
)
export const addTicketNote = command('addTicketNote', `${one}/notes`, 'Internal note: staff only', deskReaders, inputs.NoteInput)
export const startTicket = command(
  'startTicket',
  `${one}/start`,
  'Work begins, or depends on something else',
  deskRoles,
  inputs.StartInput,
)
export const waitTicket = command(
  'waitTicket',
  `${one}/wait`,
  'Wait for client, part or supplier, with a reason',
  deskRoles,
  inputs.WaitInput,
)
export const contestPause = command(
  'contestPause',
  `${one}/contest`,
  'The client contests a pause',
  clientPeople,
  inputs.ContestInput,
)
export const decidePause = command(
  'decidePause',
  `${one}/contest/decision`,
  'Uphold or strike a contested pause, with a reason',
  pauseJudges,
  inputs.PauseDecisionInput,
)
export const resumeTicket = command('resumeTicket', `${one}/resume`, 'The wait is over', deskRoles, inputs.ResumeInput)
export const resolveTicket = command('resolveTicket', `${one}/resolve`, 'It works again', deskRoles, inputs.ResolveInput)
export const confirmTicket = command('confirmTicket', `${one}/confirm`, 'The client is content', clientPeople, Nothing)
export const closeTicket = command('closeTicket', `${one}/close`, 'Close it', deskRoles, inputs.CloseInput)
export const withdrawTicket = command(
  'withdrawTicket',
  `${one}/withdraw`,
  'The client needs it no more',
  clientPeople,
  inputs.WithdrawInput,
)
export const reopenTicket = command('reopenTicket', `${one}/reopen`, 'It broke again: a new cycle', both, inputs.ReopenInput)
export const assignTicket = command(
  'assignTicket',
  `${one}/assign`,
  'Name the assignee or the team',
  deskRoles,
  inputs.AssignInput,
)
export const setTicketPriority = command(
  'setTicketPriority',
  `${one}/priority`,
  'Impact and urgency',
  deskRoles,
  inputs.PriorityInput,
)
export const setTicketLabels = command('setTicketLabels', `${one}/labels`, 'Labels', deskRoles, inputs.LabelsInput)
export const stateTicketSeverity = command(
  'stateTicketSeverity',
  `${one}/severity`,
  "The caller's side states its view of the severity, or yields",
  both,
  inputs.SeverityInput,
)
export const requestOnSite = command('requestOnSite', `${one}/on-site`, 'Ask somebody to come', both, inputs.OnSiteInput)
export const recordTicketArrival = command(
  'recordTicketArrival',
  `${one}/arrival`,
  'On site and begun',
  deskRoles,
  inputs.ArrivalInput,
)
export const recordDutyBreach = command(
  'recordDutyBreach',
  `${one}/duty-breaches`,
  "A breach of the client's duty, as evidence",
  deskRoles,
  inputs.DutyInput,
)
export const decideTicketScope = command(
  'decideTicketScope',
  `${one}/scope`,
  'In the contract or outside it',
  deskRoles,
  inputs.ScopeInput,
)
export const chooseTicketContract = command(
  'chooseTicketContract',
  `${one}/contract`,
  'Name the contract where none or several fit',
  contractChoosers,
  inputs.ChooseContractInput,
)
export const askTicketQuote = command(
  'askTicketQuote',
  `${one}/quotes`,
  'Offer work outside the contract',
  [...deskRoles, 'account-manager'],
  inputs.QuoteInput,
)
export const acceptTicketQuote = command(
  'acceptTicketQuote',
  `${one}/quotes/{quote}/accept`,
  'Approve the quote',
  deciders,
  inputs.QuoteAnswerInput,
)
export const declineTicketQuote = command(
  'declineTicketQuote',
  `${one}/quotes/{quote}/decline`,
  'Decline the quote',
  deciders,
  inputs.QuoteAnswerInput,
)
export const logTicketWork = command('logTicketWork', `${one}/work`, 'Minutes worked', deskRoles, inputs.WorkInput)
export const addTicketPart = command('addTicketPart', `${one}/parts`, 'A part at cost', deskRoles, inputs.PartInput)
export const completeTicketPart = command(
  'completeTicketPart',
  `${one}/parts/{work}`,
  'Cost or receipt of a part, later',
  [...deskRoles, 'finance'],
  inputs.PartFactsInput,
)
