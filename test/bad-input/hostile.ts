import * as z from 'zod'

type Node = {
  $ref?: string
  $defs?: Record<string, Node>
  const?: unknown
  enum?: unknown[]
  anyOf?: Node[]
  oneOf?: Node[]
  allOf?: Node[]
  type?: string
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Node
  prefixItems?: Node[]
  properties?: Record<string, Node>
  required?: string[]
  additionalProperties?: Node | boolean
  propertyNames?: Node
}

/** A generator of numbers from 0 to below 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Words that fit the patterns and refinements of the product, the ordinary ones first. */
const words = [
  'x',
  'HQ',
  'HEXI',
  'PC-01',
  '2027-04-01',
  '2027-04-02T02:00:00Z',
  '2027-03',
  '09:00',
  '18:00',
  '0',
  '1',
  '0.5',
  'CNY',
  'Asia/Shanghai',
  'a@b.example',
  '+86 21 0000 0000',
  '6222000000000001',
  'a'.repeat(64),
  '0'.repeat(64),
  'https://id.example',
  '91310000MA1K00000X',
  '12-25',
  'servicenow',
]
/** Text that has broken programs before; half of a pair and NUL are refused by name, all else is only text. */
const nasty = [
  '\u0000',
  '\ud800',
  '😀',
  '汉',
  '‮',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '${7*7}',
  '../../etc/passwd',
  '#',
  '\r\n',
  '__proto__',
]

/** A value that a schema takes, at its limits and in its odd corners; undefined where none was found. */
export function hostile(schema: z.ZodType, random: () => number): unknown {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node
  for (let attempt = 0; attempt < 200; attempt++) {
    const value = make(root, '')
    if (schema.safeParse(value).success) return value
  }
  return undefined

  function make(node: Node, name: string): unknown {
    if (node.$ref) return make(root.$defs?.[node.$ref.replace('#/$defs/', '')] ?? {}, name)
    if (node.const !== undefined) return node.const
    if (node.enum) return pick(node.enum)
    const forms = node.anyOf ?? node.oneOf
    if (forms) return make(pick(forms), name)
    switch (node.type) {
      case 'string':
        return text(node, name)
      case 'integer':
        return pick(
          [node.minimum ?? -1, node.maximum ?? Number.MAX_SAFE_INTEGER, 0, 1, 60].filter(
            n => n >= (node.minimum ?? n) && n <= (node.maximum ?? n),
          ),
        )
      case 'number':
        return pick([node.minimum ?? -1.5, node.maximum ?? 1e15, 0.1])
      case 'boolean':
        return random() < 0.5
      case 'null':
        return null
      case 'array':
        return list(node, name)
      default:
        return node.properties || node.additionalProperties ? object(node) : pick(words)
    }
  }

  function text({ format, pattern, minLength = 0, maxLength = 300 }: Node, name: string): string {
    if (format === 'date') return pick(['2027-04-01', '0001-01-01', '8999-12-31', '9999-12-31', '2027-03-05'])
    if (format === 'date-time')
      return pick(['2027-04-01T02:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2027-04-02T10:00:00.123456789+08:00'])
    if (pattern) return pick(words.filter(word => new RegExp(pattern, 'u').test(word)).concat('x'))
    if (/zone$/i.test(name)) return pick(['Asia/Shanghai', 'America/St_Johns', 'UTC'])
    if (/currency/i.test(name)) return pick(['CNY', 'JPY', 'BHD'])
    if (random() < 0.3) return pick(words)
    const filled = pick(nasty)
      .repeat(maxLength + 1)
      .slice(0, pick([maxLength, Math.max(1, minLength), 3]))
    return filled.length >= minLength ? filled : 'x'.repeat(minLength)
  }

  function list({ items, prefixItems, minItems = 0, maxItems = 3 }: Node, name: string): unknown[] {
    if (prefixItems) return prefixItems.map(each => make(each, name))
    const length = pick([minItems, Math.min(maxItems, minItems + 2), Math.min(maxItems, 40)])
    return Array.from({ length }, () => make(items ?? {}, name))
  }

  function object({ properties = {}, required = [], additionalProperties, propertyNames }: Node): Record<string, unknown> {
    const named = Object.entries(properties).filter(([name]) => required.includes(name) || random() < 0.5)
    const more =
      typeof additionalProperties === 'object'
        ? [[make(propertyNames ?? { type: 'string' }, ''), make(additionalProperties, '')]]
        : []
    return Object.fromEntries([...named.map(([name, node]) => [name, make(node, name)]), ...more]) as Record<string, unknown>
  }

  function pick<T>(from: readonly T[]): T {
    return from[Math.floor(random() * from.length)]!
  }
}
