/** Han names show one character (the family name), others the first letters of first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = words[0] ?? '?'
  if (/^\p{Script=Han}/u.test(first)) return [...first][0] ?? '?'
  const last = words.length > 1 ? words.at(-1) : undefined
  return `${[...first][0] ?? ''}${last && !/\p{Script=Han}/u.test(last) ? ([...last][0] ?? '') : ''}`.toUpperCase()
}

/** Eight quiet pairs of background and text, each at least 4.5:1. */
const tints = [
  ['#ece4f8', '#5b2f9c'],
  ['#e0e4fb', '#3747b8'],
  ['#dcf1f7', '#135d75'],
  ['#dff3e6', '#1a6b3b'],
  ['#fbe6d0', '#84480b'],
  ['#fbdfe6', '#9c1f49'],
  ['#e4e5e9', '#434650'],
  ['#f5eccb', '#6b5300'],
] as const

/** The same name has the same tint on every screen and every day. */
export function tintOf(name: string): { background: string; color: string } {
  let hash = 7
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  const [background, color] = tints[hash % tints.length] ?? tints[0]
  return { background, color }
}
