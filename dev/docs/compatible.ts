import type { Schema } from './event-schemas.ts'

type Root = { node: Schema; defs: Record<string, Schema> }
type Node = Schema & { properties?: Record<string, Schema>; required?: string[]; items?: Schema; prefixItems?: Schema[] }

/**
 * What keeps events that were written under the recorded schema from being read under the current one: each with its path. Empty
 * where every recorded event still fits, so more optional fields, more values and wider limits are no break.
 */
export function breaks(recorded: Schema, current: Schema): string[] {
  const root = (node: Schema): Root => ({ node, defs: (node.$defs ?? {}) as Record<string, Schema> })
  return compare(root(recorded), root(current), '', new Set())
}

/** `under` holds the pairs of names that are being compared: a schema that names itself is as compatible as the rest of it is. */
function compare(before: Root, after: Root, path: string, under: ReadonlySet<string>): string[] {
  const pair = `${before.node.$ref ?? ''} ${after.node.$ref ?? ''}`
  if (under.has(pair)) return []
  const deeper = pair === ' ' ? under : new Set([...under, pair])
  const [old, now] = [resolve(before), resolve(after)]
  const within = (a: Schema, b: Schema, at: string) => compare({ ...before, node: a }, { ...after, node: b }, at, deeper)
  if (formsOf(old) || formsOf(now)) return compareForms(formsOf(old) ?? [old], formsOf(now) ?? [now], path, within)
  return [
    ...compareTypes(old, now, path),
    ...compareLimits(old, now, path),
    ...compareObjects(old, now, path, within),
    ...compareLists(old, now, path, within),
  ]
}

const resolve = ({ node, defs }: Root): Node => {
  const name = typeof node.$ref === 'string' ? node.$ref.replace('#/$defs/', '') : undefined
  return name === undefined ? node : resolve({ node: defs[name] ?? {}, defs })
}
const formsOf = ({ anyOf, oneOf }: Node): Schema[] | undefined => (anyOf ?? oneOf) as Schema[] | undefined

type Within = (old: Schema, now: Schema, path: string) => string[]

/** Each recorded form must be one of the current ones; of those it nearly is, the nearest tells what is missing. */
function compareForms(old: Schema[], now: Schema[], path: string, within: Within): string[] {
  return old.flatMap(form => {
    const tries = now.map(candidate => within(form, candidate, path))
    return tries.some(found => found.length === 0)
      ? []
      : (tries.sort((a, b) => a.length - b.length)[0] ?? [`${path}: no form is left`])
  })
}

const list = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat())
const valuesOf = ({ enum: values, const: value }: Node) => (values ? list(values) : value === undefined ? undefined : [value])

function compareTypes(old: Node, now: Node, path: string): string[] {
  const types = list(now.type)
  const gone = list(old.type).filter(
    type => types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number')),
  )
  const [held, allowed] = [valuesOf(old), valuesOf(now)]
  const lost = allowed && (held ?? ['any value']).filter(value => !allowed.includes(value))
  return [
    ...(types.length > 0 && old.type === undefined && !held ? [`${path}: anything became ${types.join(' or ')}`] : []),
    ...gone.map(type => `${path}: ${String(type)} became ${types.join(' or ')}`),
    ...(lost ?? []).map(value => `${path}: ${JSON.stringify(value)} is gone`),
  ]
}

const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']
const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']

function compareLimits(old: Node, now: Node, path: string): string[] {
  const tighter = (name: string, worse: (a: number, b: number) => boolean) => {
    const [was, is] = [old[name], now[name]] as (number | undefined)[]
    return is !== undefined && (was === undefined || worse(is, was)) ? [`${path}: ${name} ${was ?? 'none'} became ${is}`] : []
  }
  const other = ['pattern', 'format'].filter(name => now[name] !== undefined && now[name] !== old[name])
  if (valuesOf(old)) return []
  return [
    ...upper.flatMap(name => tighter(name, (is, was) => is < was)),
    ...lower.flatMap(name => tighter(name, (is, was) => is > was)),
    ...other.map(name => `${path}: ${name} ${String(old[name] ?? 'none')} became ${String(now[name])}`),
  ]
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null

function compareObjects(old: Node, now: Node, path: string, within: Within): string[] {
  const [held, known] = [old.properties ?? {}, now.properties ?? {}]
  const rest = now.additionalProperties
  const fields = Object.entries(held).flatMap(([name, schema]) => {
    const current = known[name] ?? (isSchema(rest) ? rest : undefined)
    if (current) return within(schema, current, `${path}/${name}`)
    return now.properties || rest === false ? [`${path}/${name}: is gone`] : []
  })
  const needed = (now.required ?? []).filter(name => !(old.required ?? []).includes(name))
  const others = isSchema(old.additionalProperties) && isSchema(rest) ? within(old.additionalProperties, rest, `${path}/*`) : []
  const names =
    isSchema(old.propertyNames) && isSchema(now.propertyNames)
      ? within(old.propertyNames, now.propertyNames, `${path}/(name)`)
      : []
  return [...fields, ...needed.map(name => `${path}/${name}: became required`), ...others, ...names]
}

function compareLists(old: Node, now: Node, path: string, within: Within): string[] {
  const items = old.items && now.items ? within(old.items, now.items, `${path}/[]`) : []
  const places = (old.prefixItems ?? []).flatMap((schema, at) => {
    const current = now.prefixItems?.[at] ?? now.items
    return current ? within(schema, current, `${path}/${at}`) : []
  })
  return [...items, ...places]
}
