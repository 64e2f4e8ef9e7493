import { type LocalDate, localDateOf, type Zone } from '../../kernel/time.ts'
import type { PartItem, TimeEntry, VisitItem } from '../metering/index.ts'
import { minutesBetween } from './decide/facts.ts'
import { isWorked, type Part, type Visit } from './visit.ts'

/** A source item before its coverage is judged: that is metering's part, in the same commit. */
export type WorkDraft = Omit<TimeEntry, 'state'> | Omit<PartItem, 'state'> | Omit<VisitItem, 'state'>

/** The client's billing zone dates the work; texts are in the words of the bill's annex. */
type Context = { billingZone: Zone; recordedAt: string; describe: (what: Described) => string }
export type Described = { kind: WorkDraft['kind']; visit: Visit; ticket?: string; part?: Part }

/**
 * What a visit that took place (or found a closed door) has delivered: its journey, the minutes on site by purpose, and the visit
 * itself. Ids come from the visit's, so the same visit gives the same items. Parts are items of their own: `partOfVisit`.
 */
export function workOfVisit(visit: Visit, context: Context): WorkDraft[] {
  if (!isWorked(visit) && visit.status !== 'no-access') return []
  const start = visit.arrival?.at ?? visit.begunAt ?? visit.finishedAt
  const drafts: WorkDraft[] = []
  if (visit.travel) {
    const { from } = visit.travel
    const ticket = visit.tickets.length === 1 ? visit.tickets[0] : undefined
    drafts.push({
      ...common(visit, context, dateOf(from, context), 'travel', ticket),
      kind: 'travel',
      minutes: minutesBetween(from, start),
      from,
      to: start,
    })
  }
  for (const { ticket, minutes } of visit.shares) {
    const kind = kindOf(visit, ticket)
    drafts.push({
      ...common(visit, context, dateOf(start, context), kind, ticket),
      kind,
      minutes,
      ...(visit.shares.length === 1 && { from: start, to: visit.finishedAt }),
    })
  }
  if (visit.mode === 'on-site') {
    const { id: _id, ...rest } = common(visit, context, dateOf(start, context), 'visit', undefined)
    drafts.push({ ...rest, id: visit.id, visit: visit.id, kind: 'visit' })
  }
  return drafts
}

/** A part as a source item; it is born when the part is added and judged anew when cost or receipt arrives. */
export function partOfVisit(visit: Visit, part: Part, context: Context): Omit<PartItem, 'state'> {
  const ticket = part.ticket ?? (visit.tickets.length === 1 ? visit.tickets[0] : undefined)
  return {
    id: `${visit.id}-part-${part.id}`,
    client: visit.client,
    date: dateOf(part.addedAt, context),
    recordedAt: context.recordedAt,
    ...(ticket && { ticket }),
    visit: visit.id,
    site: visit.site,
    who: part.by,
    description: context.describe({ kind: 'part', visit, part, ...(ticket && { ticket }) }),
    kind: 'part',
    name: part.name,
    quantity: String(part.quantity),
    ...(part.unitCost && { unitCost: part.unitCost }),
    ...(part.receipt && { receipt: part.receipt }),
    ...(part.deviceClass && { deviceClass: part.deviceClass }),
  }
}

const dateOf = (at: string, { billingZone }: Context): LocalDate => localDateOf(at, billingZone)

function kindOf(visit: Visit, ticket: string | undefined): TimeEntry['kind'] {
  if (visit.mode === 'remote') return ticket ? 'remote' : 'maintenance-remote'
  return ticket ? 'onsite' : 'maintenance-onsite'
}

/** Ids end in the kind of work and, where minutes are split, in the ticket: `…-travel`, `…-onsite-LANHAI-12`. */
function common(visit: Visit, context: Context, date: LocalDate, kind: WorkDraft['kind'], ticket: string | undefined) {
  return {
    id: [visit.id, kind === 'maintenance-onsite' ? 'onsite' : kind === 'maintenance-remote' ? 'remote' : kind, ticket]
      .filter(Boolean)
      .join('-'),
    client: visit.client,
    date,
    recordedAt: context.recordedAt,
    ...(ticket && { ticket }),
    visit: visit.id,
    site: visit.site,
    who: visit.technician!,
    description: context.describe({ kind, visit, ...(ticket && { ticket }) }),
  }
}
