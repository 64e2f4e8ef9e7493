/** Bills and contracts have ids within their client; `LANHAI~extras-2026-10` names one in an address of its own. */
export const refOf = (client: string, id: string): string => `${client}~${id}`

export function parseRef(text: string): { client: string; id: string } {
  const at = text.indexOf('~')
  return { client: text.slice(0, Math.max(0, at)), id: text.slice(at + 1) }
}

/** Where a source of a bill is looked at; work, parts and payments have no page of their own. */
export function sourceHref(client: string, { kind, id }: { kind: string; id: string }): string | undefined {
  switch (kind) {
    case 'ticket':
      return `/desk/tickets/${id}`
    case 'visit':
      return `/visits/${id}`
    case 'invoice':
    case 'credit-note':
      return `/finance/invoices/${refOf(client, id)}`
    default:
      return undefined
  }
}

/** `2026-10`, `2026-09` …: the month before or after. */
export function monthBeside(month: string, step: 1 | -1): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The last month that is over on a local day. */
export const lastMonth = (today: string): string => monthBeside(today.slice(0, 7), -1)
