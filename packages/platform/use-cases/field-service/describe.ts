import type { Described } from '@pactdesk/domain/outsourcing/field-service/work'

/** What an item says on the bill's annex, in both languages; a ticket's work carries the client's own words. */
export const describe =
  (subjects: ReadonlyMap<string, string>) =>
  ({ kind, visit, ticket, part }: Described): string => {
    const subject = ticket ? subjects.get(ticket) : undefined
    if (part) return subject ? `${part.name} · ${subject}` : part.name
    if (kind === 'travel') return subject ? `路程 Travel · ${subject}` : `路程 Travel · ${visit.site}`
    if (subject) return subject
    const month = visit.month ? ` ${visit.month}` : ''
    if (kind === 'visit') return `上门服务 Visit · ${visit.date}`
    return visit.kind === 'make-up' ? `补做维护 Make-up maintenance${month}` : `每月维护 Monthly maintenance${month}`
  }
