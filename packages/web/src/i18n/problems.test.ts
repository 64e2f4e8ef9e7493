import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import words from './zh-CN/problems.ts'

type Tree = { readonly [key: string]: string | Tree }

const packages = new URL('../../../', import.meta.url)
const refusal = /\b(?:invalid|conflict|notFound|forbidden)\(\s*'([a-z][a-z-]*)\.([a-z-]+)'/g

/** Codes that the domain's and platform's sources refuse with. */
function codes(): Set<string> {
  const found = new Set<string>()
  for (const part of ['domain', 'platform'])
    for (const name of readdirSync(new URL(part, packages), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue
      const source = readFileSync(new URL(`${part}/${name}`, packages), 'utf8')
      for (const [, module, reason] of source.matchAll(refusal)) found.add(`${module}.${reason}`)
    }
  return found
}

test('every refusal of the product has Chinese words', () => {
  const known = codes()
  expect(known.size).toBeGreaterThan(100)
  const worded = (code: string): boolean => {
    const [module = '', reason = ''] = code.split('.')
    const tree = (words as Tree)[module]
    return typeof tree === 'object' && typeof tree[reason] === 'string'
  }
  expect([...known].filter(code => !worded(code)).sort()).toEqual([])
})
