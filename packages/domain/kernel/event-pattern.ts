import { BadPattern, type Leaf, type ValueTest, valueTest } from './event-pattern-value.ts'
import { invalid, ok, type Result } from './result.ts'

/** One way to match: every path must hold one leaf that passes one of its tests. Steps of a path are joined by dots. */
type Branch = Map<string, ValueTest[]>
/** A leaf with the array elements it sits in (array number → element index). */
type Found = { leaf: Leaf; within: ReadonlyMap<number, number> }

/**
 * Compiles an EventBridge event pattern (also Lambda filter criteria and stream filters) to a test over parsed JSON events.
 * Semantics are those of the service: leaves of one array element stay together, `$or` multiplies branches.
 * Refuses a bad pattern with `event-pattern.bad`.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function compilePattern(pattern: unknown): Result<(event: unknown) => boolean> {
  try {
    const branches: Branch[] = []
    object(pattern, [], branches, false)
    const paths = new Set(branches.flatMap(branch => [...branch.keys()]))
    return ok(event => {
      const leaves = leavesOf(event, paths)
      return branches.some(branch => matches([...branch], leaves, new Map()))
    })
  } catch (error) {
    if (!(error instanceof BadPattern)) throw error
    return invalid('event-pattern.bad', error.message)
  }
}

/** Names that stand for operators and so can't be fields inside `$or`. */
const reserved = new Set(
  `exactly equals-ignore-case prefix suffix anything-but exists wildcard numeric cidr html = < <= > >= regex not-wildcard
  not-equals-ignore-case date-after date-on-or-after date-before date-on-or-before in-date-range ip-address-in-range
  ip-address-not-in-range`.split(/\s+/),
)

function object(pattern: unknown, path: string[], branches: Branch[], insideOr: boolean): void {
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern))
    throw new BadPattern(`${path.join('.') || 'a pattern'} must be an object`)
  const entries = Object.entries(pattern)
  if (entries.length === 0) throw new BadPattern(`${path.join('.') || 'a pattern'}: empty objects are not allowed`)
  for (const [name, value] of entries) {
    if (name === '$or') alternatives(value, path, branches)
    else if (insideOr && reserved.has(name)) throw new BadPattern(`${name} is reserved and can't be a field inside $or`)
    else if (Array.isArray(value)) field([...path, name].join('.'), value, branches)
    else object(value, [...path, name], branches, insideOr)
  }
}

function field(path: string, members: unknown[], branches: Branch[]): void {
  if (members.length === 0) throw new BadPattern(`${path}: empty arrays are not allowed`)
  const tests = members.map(valueTest)
  if (branches.length === 0) branches.push(new Map())
  for (const branch of branches) branch.set(path, tests)
}

function alternatives(value: unknown, path: string[], branches: Branch[]): void {
  if (!Array.isArray(value) || value.length < 2) throw new BadPattern('$or takes an array of at least two objects')
  const before = branches.length > 0 ? [...branches] : [new Map()]
  branches.length = 0
  for (const alternative of value) {
    const forked = before.map(branch => new Map(branch))
    object(alternative, path, forked, true)
    branches.push(...forked)
  }
}

function matches(fields: [string, ValueTest[]][], leaves: Map<string, Found[]>, within: ReadonlyMap<number, number>): boolean {
  const [first, ...rest] = fields
  if (!first) return true
  const [path, tests] = first
  const found = leaves.get(path)
  if (!found) return tests.includes('absent') && matches(rest, leaves, within)
  return found.some(({ leaf, within: place }) => {
    if ([...place].some(([array, index]) => within.has(array) && within.get(array) !== index)) return false
    return tests.some(test => test !== 'absent' && test(leaf)) && matches(rest, leaves, new Map([...within, ...place]))
  })
}

function leavesOf(event: unknown, paths: Set<string>): Map<string, Found[]> {
  const leaves = new Map<string, Found[]>()
  let arrays = 0
  const visit = (value: unknown, path: string, within: ReadonlyMap<number, number>): void => {
    if (Array.isArray(value)) {
      const array = arrays++
      value.forEach((element, index) => {
        visit(element, path, typeof element === 'object' && element !== null ? new Map([...within, [array, index]]) : within)
      })
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, child] of Object.entries(value)) visit(child, path === '' ? name : `${path}.${name}`, within)
    } else if (paths.has(path)) {
      const found = { leaf: value as Leaf, within }
      const known = leaves.get(path)
      if (known) known.push(found)
      else leaves.set(path, [found])
    }
  }
  visit(event, '', new Map())
  return leaves
}
