/** Session tags and other facts of a principal that a policy may name as `${…}`. */
export type Variables = ReadonlyMap<string, string>

/**
 * Compiles an IAM pattern (`*` any run, `?` one character) after filling in policy variables. What a variable brings in is
 * literal, so a tag holding `*` widens nothing. An unknown variable makes the pattern match nothing (undefined).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function likePattern(pattern: string, variables: Variables, flags = ''): ((value: string) => boolean) | undefined {
  const parts = filled(pattern, variables)
  if (!parts) return undefined
  const wild = parts.some(part => !part.literal && /[*?]/.test(part.text))
  if (!wild && flags === '') {
    const exact = parts.map(part => part.text).join('')
    return value => value === exact
  }
  const [first, second] = [parts.map(part => part.text).join(''), parts.at(-1)]
  const onlyTail = !parts.slice(0, -1).some(part => !part.literal && /[*?]/.test(part.text)) && second && !second.literal
  if (flags === '' && onlyTail && /^[^*?]*\*$/.test(second.text)) {
    const prefix = first.slice(0, -1)
    return value => value.startsWith(prefix)
  }
  const source = parts.map(({ text, literal }) => (literal ? quoted(text) : wildcards(text))).join('')
  const compiled = new RegExp(`^${source}$`, `s${flags}`)
  return value => compiled.test(value)
}

/** The pattern as one literal text with its variables filled in; undefined when one is unknown. */
export const literalText = (pattern: string, variables: Variables): string | undefined =>
  filled(pattern, variables)
    ?.map(part => part.text)
    .join('')

function filled(pattern: string, variables: Variables): { text: string; literal: boolean }[] | undefined {
  const parts: { text: string; literal: boolean }[] = []
  for (const [i, text] of pattern.split(/\$\{([^}]+)\}/).entries()) {
    if (i % 2 === 0) {
      if (text !== '') parts.push({ text, literal: false })
      continue
    }
    const value = text === '*' || text === '?' || text === '$' ? text : variables.get(text.toLowerCase())
    if (value === undefined) return undefined
    parts.push({ text: value, literal: true })
  }
  return parts
}

const quoted = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
const wildcards = (text: string) =>
  text
    .split(/([*?])/)
    .map(part => (part === '*' ? '.*' : part === '?' ? '.' : quoted(part)))
    .join('')
