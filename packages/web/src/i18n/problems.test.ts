import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import words from './zh-CN/problems.ts'

type Tree = { readonly [key: string]: string | Tree }

const packages = new URL('../../../', import.meta.url)
/** However a source writes the code of a refusal: as an argument, as the `code` of an error, as the issue of a contract's terms. */
const refusals = [
  /\b(?:invalid|conflict|notFound|forbidden|plain)\((?:\d+,)?\s*'([a-z][a-z-]*\.[a-z-]+)'/g,
  /\bcode: '([a-z][a-z-]*\.[a-z-]+)'/g,
  /\bHttpProblem\(\s*\d+,\s*'([a-z][a-z-]*\.[a-z-]+)'/g,
]
/** Where nobody is told by code: what is not there, what a role may not, and what only a mistake of ours can bring about. */
const silent =
  /^(?:[a-z-]+\.not-found|table\.bad-(?:id|key)|tenancy\.(?:role|no-file)|http\.(?:denied|no-route)|allocate\.weights|ratio\.inexact|metering\.not-found)$/

/** Codes that the domain's and platform's sources refuse with. */
function codes(): Set<string> {
  const found = new Set<string>()
  for (const part of ['domain', 'platform'])
    for (const name of readdirSync(new URL(part, packages), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue
      const source = readFileSync(new URL(`${part}/${name}`, packages), 'utf8')
      for (const [, code] of refusals.flatMap(refusal => [...source.matchAll(refusal)])) found.add(code!)
    }
  return found
}

test('every refusal of the product has Chinese words', () => {
  const known = codes()
  expect(known.size).toBeGreaterThan(200)
  const worded = (code: string): boolean => {
    const [module = '', reason = ''] = code.split('.')
    const tree = (words as Tree)[module]
    return typeof tree === 'object' && typeof tree[reason] === 'string'
  }
  expect([...known].filter(code => !silent.test(code) && !worded(code)).sort()).toEqual([])
})
