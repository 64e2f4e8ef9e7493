import { StripeFailure } from './failure.ts'

/** Nested parameters as sent: strings, lists and maps. */
type FormValue = string | FormValue[] | { [name: string]: FormValue }
export type FormObject = { [name: string]: FormValue }

/** Deepest nesting of brackets that Stripe's parameters need, with room. */
const deepest = 12

type Branch = Map<string, Branch | string>

function toValue(branch: Branch): FormValue {
  const keys = [...branch.keys()]
  const values = keys.map(key => {
    const value = branch.get(key)!
    return typeof value === 'string' ? value : toValue(value)
  })
  if (keys.every(key => /^\d+$/.test(key))) {
    return keys
      .map((key, i) => [Number(key), values[i]!] as const)
      .sort(([a], [b]) => a - b)
      .map(([, value]) => value)
  }
  return Object.fromEntries(keys.map((key, i) => [key, values[i]!]))
}

/** Parses `a[b][0]=c` (application/x-www-form-urlencoded with brackets, as the stripe package sends it); `a[]=c` appends. */
export function parseForm(text: string): FormObject {
  const root: Branch = new Map()
  for (const [name, value] of new URLSearchParams(text)) {
    const [head, ...rest] = name.split('[')
    const path = [head!, ...rest.map(part => part.replace(/\]$/, ''))]
    if (path.length > deepest || rest.some(part => !part.endsWith(']')) || path.includes('__proto__')) {
      throw new StripeFailure(`Invalid parameter name: ${name}`, { param: name })
    }
    let branch = root
    for (const [depth, part] of path.entries()) {
      const key = part === '' && depth > 0 ? String(branch.size) : part
      if (depth === path.length - 1) branch.set(key, value)
      else {
        const next = branch.get(key)
        if (typeof next === 'string') throw new StripeFailure(`Invalid parameter: ${name}`, { param: name })
        if (next) branch = next
        else {
          const made: Branch = new Map()
          branch.set(key, made)
          branch = made
        }
      }
    }
  }
  return root.size === 0 ? {} : (toValue(root) as FormObject)
}
