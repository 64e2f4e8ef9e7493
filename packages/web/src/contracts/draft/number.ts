/**
 * The number that follows those in use: the newest of the year counted up with its width kept (`PD-2026-0121` →
 * `PD-2026-0122`), else `PD-<year>-0001`. A suggestion: the server refuses one that is taken.
 */
export function nextNumber(inUse: readonly string[], year: string): string {
  const counted = inUse.flatMap(number => {
    const match = /^(.*?)(\d{1,8})$/.exec(number)
    return match?.[1]?.includes(year) ? [{ prefix: match[1], digits: match[2] ?? '' }] : []
  })
  const [last] = counted.sort((a, b) => Number(b.digits) - Number(a.digits))
  if (!last) return `PD-${year}-0001`
  return `${last.prefix}${String(Number(last.digits) + 1).padStart(last.digits.length, '0')}`
}
