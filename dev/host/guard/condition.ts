import { HostFault } from '../fault.ts'
import { likePattern, literalText, type Variables } from './pattern.ts'

/** Values of the request under lower-case condition keys; an absent key is not in the map. */
export type RequestContext = ReadonlyMap<string, readonly string[]>
export type ConditionTest = (context: RequestContext) => boolean
type ValueTest = (value: string) => boolean

/** Tests of one operator against one value of the policy; undefined = matches nothing (missing variable). */
const operators: Record<string, (wanted: string, variables: Variables) => ValueTest | undefined> = {
  StringEquals: (wanted, variables) => equal(literalText(wanted, variables)),
  StringEqualsIgnoreCase: (wanted, variables) => {
    const text = literalText(wanted, variables)?.toLowerCase()
    return text === undefined ? undefined : value => value.toLowerCase() === text
  },
  StringLike: likePattern,
  ArnLike: likePattern,
  ArnEquals: likePattern,
  Bool: wanted => value => value.toLowerCase() === wanted.toLowerCase(),
  NumericEquals: wanted => value => Number(value) === Number(wanted),
  NumericLessThan: wanted => value => Number(value) < Number(wanted),
  NumericLessThanEquals: wanted => value => Number(value) <= Number(wanted),
  NumericGreaterThan: wanted => value => Number(value) > Number(wanted),
  NumericGreaterThanEquals: wanted => value => Number(value) >= Number(wanted),
}
const negated: Record<string, string> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotLike: 'ArnLike',
  ArnNotEquals: 'ArnEquals',
  NumericNotEquals: 'NumericEquals',
}

/** Compiles the `Condition` of a statement: all operators and all keys must hold. An unknown operator is a `HostFault`. */
export function conditionTest(
  condition: Record<string, Record<string, string | string[]>> | undefined,
  variables: Variables,
): ConditionTest {
  const tests = Object.entries(condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, wanted]) =>
      keyTest(operator, key.toLowerCase(), (Array.isArray(wanted) ? wanted : [wanted]).map(String), variables),
    ),
  )
  return context => tests.every(test => test(context))
}

function keyTest(name: string, key: string, wanted: string[], variables: Variables): ConditionTest {
  if (name === 'Null') return context => wanted.includes(String((context.get(key)?.length ?? 0) === 0))
  const [, set, base, ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(name) ?? []
  const positive = negated[base ?? ''] ?? base ?? ''
  const operator = operators[positive]
  if (!operator) throw new HostFault(`Condition operator ${name} is not known to local mode.`)
  const tests = wanted.flatMap(value => operator(value, variables) ?? [])
  const one: ValueTest = base === positive ? value => tests.some(test => test(value)) : value => !tests.some(test => test(value))
  if (set === 'ForAllValues:') return context => (context.get(key) ?? []).every(one)
  if (set === 'ForAnyValue:') return context => (context.get(key) ?? []).some(one)
  return context => {
    const values = context.get(key)
    if (!values || values.length === 0) return ifExists !== undefined || base !== positive
    return values.every(one)
  }
}

const equal = (text: string | undefined): ValueTest | undefined =>
  text === undefined ? undefined : (value: string) => value === text
