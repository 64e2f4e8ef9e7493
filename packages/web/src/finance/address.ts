/** Where a page is: a path with what goes into its query. `as never` at the router, which knows paths only by their pattern. */
export type Place = { to: string; search: Record<string, string> }

/** Bills and contracts have ids within their client, so an address names the client too. */
export const billPlace = (client: string, id: string, more: Record<string, string> = {}): Place => ({
  to: `/finance/invoices/${id}`,
  search: { client, ...more },
})
export const moneyPlace = (client: string, contract: string): Place => ({
  to: `/finance/contracts/${contract}`,
  search: { client },
})

const hrefOf = ({ to, search }: Place): string => `${to}?${new URLSearchParams(search)}`

/** Where a source of a bill is looked at; work, parts and payments have no page of their own. */
export function sourceHref(client: string, { kind, id }: { kind: string; id: string }): string | undefined {
  switch (kind) {
    case 'ticket':
      return `/desk/tickets/${id}`
    case 'visit':
      return `/visits/${id}`
    case 'invoice':
    case 'credit-note':
      return hrefOf(billPlace(client, id))
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

/** The local date before. */
export const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)
export const lastDayOf = (month: string): string => dayBefore(`${monthBeside(month, 1)}-01`)
/** Local dates compare as texts. */
export const earlier = (a: string, b: string): string => [a, b].sort()[0] ?? a
