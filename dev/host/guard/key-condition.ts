/** A key condition that can't be read, or does not fix exactly one partition. */
export class BadKeyCondition extends Error {
  override name = 'BadKeyCondition'
}

type Token = { kind: 'name' | 'value' | 'sign'; text: string }
type Comparison = { attribute: string; operator: string; values: string[] }

const grammar = /\s*(?:(:[\w]+)|(#?[A-Za-z_][\w.-]*|#[\w]+)|(<=|>=|<>|[=<>(),]))/y

/**
 * The partition key values that a `KeyConditionExpression` asks for, names and values substituted: exactly one equality on
 * `hashKey`, joined by AND with conditions on other attributes. Anything else throws; DynamoDB would refuse most of it too.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html
 */
export function hashKeyValue(
  expression: string,
  names: Record<string, string>,
  values: Record<string, unknown>,
  hashKey: string,
): string {
  const comparisons = parse(tokenize(expression)).map(comparison => ({
    ...comparison,
    attribute: comparison.attribute.startsWith('#') ? names[comparison.attribute] : comparison.attribute,
  }))
  const [only, ...more] = comparisons.filter(({ attribute }) => attribute === hashKey)
  if (!only || more.length > 0 || only.operator !== '=')
    throw new BadKeyCondition(`a key condition has exactly one equality on ${hashKey}: ${expression}`)
  const value = values[only.values[0]!] as { S?: unknown } | undefined
  if (typeof value?.S !== 'string') throw new BadKeyCondition(`${only.values[0]} is not a string value`)
  return value.S
}

function tokenize(expression: string): Token[] {
  const tokens: Token[] = []
  grammar.lastIndex = 0
  while (grammar.lastIndex < expression.length) {
    const at = grammar.lastIndex
    const [, value, name, sign] = grammar.exec(expression) ?? []
    if (value) tokens.push({ kind: 'value', text: value })
    else if (name) tokens.push({ kind: 'name', text: name })
    else if (sign) tokens.push({ kind: 'sign', text: sign })
    else if (expression.slice(at).trim() === '') break
    else throw new BadKeyCondition(`unexpected character at ${at} in ${expression}`)
  }
  return tokens
}

/** expression = term (AND term)*; term = ( expression ) | begins_with ( name , value ) | name op value | name BETWEEN value AND value */
function parse(tokens: Token[]): Comparison[] {
  let at = 0
  const next = (): Token => {
    const token = tokens[at++]
    if (!token) throw new BadKeyCondition('the key condition ends too early')
    return token
  }
  const expect = (kind: Token['kind'], text?: string): string => {
    const token = next()
    if (token.kind !== kind || (text !== undefined && token.text.toUpperCase() !== text))
      throw new BadKeyCondition(`unexpected ${token.text} in key condition`)
    return token.text
  }
  const term = (): Comparison[] => {
    const first = next()
    if (first.kind === 'sign' && first.text === '(') {
      const inner = expression()
      expect('sign', ')')
      return inner
    }
    if (first.kind !== 'name') throw new BadKeyCondition(`unexpected ${first.text} in key condition`)
    const operator = next()
    if (operator.kind === 'sign' && operator.text === '(' && first.text === 'begins_with') {
      const attribute = expect('name')
      expect('sign', ',')
      const value = expect('value')
      expect('sign', ')')
      return [{ attribute, operator: 'begins_with', values: [value] }]
    }
    if (operator.kind === 'name' && operator.text.toUpperCase() === 'BETWEEN') {
      const low = expect('value')
      expect('name', 'AND')
      return [{ attribute: first.text, operator: 'BETWEEN', values: [low, expect('value')] }]
    }
    if (operator.kind !== 'sign' || !['=', '<', '<=', '>', '>='].includes(operator.text))
      throw new BadKeyCondition(`unexpected ${operator.text} in key condition`)
    return [{ attribute: first.text, operator: operator.text, values: [expect('value')] }]
  }
  const expression = (): Comparison[] => {
    const comparisons = term()
    while (tokens[at]?.kind === 'name' && tokens[at]?.text.toUpperCase() === 'AND') {
      at++
      comparisons.push(...term())
    }
    return comparisons
  }
  const comparisons = expression()
  if (at < tokens.length) throw new BadKeyCondition(`unexpected ${tokens[at]!.text} in key condition`)
  return comparisons
}
