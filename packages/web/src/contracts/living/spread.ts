export type Bar = { from: number; to: number; count: number; late: boolean }

/**
 * Arrivals in twelve bars of equal width up to the promise, and beyond it as far as the longest took. An arrival in the
 * deadline's own minute is in time, so a bar that ends at the promise is not late.
 */
export function barsOf(minutes: readonly number[], promised: number): Bar[] {
  const width = Math.max(1, Math.ceil(promised / 10))
  const longest = Math.max(promised, ...minutes)
  const count = Math.min(24, Math.ceil(longest / width))
  const bars = Array.from({ length: count }, (_, at) => ({ from: at * width, to: (at + 1) * width }))
  return bars.map(({ from, to }, at) => {
    const last = at === bars.length - 1
    const inside = minutes.filter(each => (each > from || (at === 0 && each === 0)) && (each <= to || last))
    return { from, to, count: inside.length, late: from >= promised }
  })
}
