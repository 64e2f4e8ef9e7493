const formatters = new Map<string, Intl.DateTimeFormat>()

/** The local date `YYYY-MM-DD` of an instant (ms) in a zone. Swedish writes dates that way. */
export function localDay(at: number, zone: string): string {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formatters.set(zone, formatter)
  }
  return formatter.format(at)
}

const minute = 60_000

/** The first instant (ms) of the next local date, found by halving, so that a day of 23 or 25 hours is right too. */
export function startOfNextDay(at: number, zone: string): number {
  const day = localDay(at, zone)
  let low = at
  let high = at + 26 * 60 * minute
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (localDay(middle, zone) === day) low = middle
    else high = middle
  }
  return high
}
