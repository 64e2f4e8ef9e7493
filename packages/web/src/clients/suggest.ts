/** A key from an English name: its first word in capitals (`Lanhai Trading` → `LANHAI`), at most 16 characters; may be empty. */
export function keyFrom(name: string): string {
  const [word = ''] = name
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean)
  return word.replace(/^[0-9]+/, '').slice(0, 16)
}

/** The one character that stands for a client in dense lists: the first of its Chinese name. */
export const markFrom = (name: string): string => [...name.trim()][0] ?? ''

/** An id of a site from its English name: `Minhang warehouse` → `MINHANG`, `HQ` for the first. */
export const siteIdFrom = (name: string, taken: readonly string[]): string => {
  const wanted = taken.length === 0 ? 'HQ' : keyFrom(name) || 'SITE'
  if (!taken.includes(wanted)) return wanted
  let at = 2
  while (taken.includes(`${wanted}-${at}`)) at++
  return `${wanted}-${at}`
}
