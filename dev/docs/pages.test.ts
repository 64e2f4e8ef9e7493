import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../install/node24.mjs'
import { machines } from './machines.ts'
import { pages } from './pages.ts'

test.each(Object.entries(pages()))('docs/%s is what the code says; `npm run docs` writes it', (name, text) => {
  expect(readFileSync(join(root, 'docs', name), 'utf8')).toBe(text)
})

describe.each(machines.map(machine => [machine.name, machine] as const))(
  'states of %s',
  (_, { initial, transitions, states }) => {
    const named = new Set(transitions.flatMap(({ from, to }) => [from, to]).filter(state => state !== 'none'))

    test('are those of the stored type', () => {
      if (states) expect([...named].sort()).toEqual([...states].sort())
      else expect(named.size).toBeGreaterThan(1)
    })

    test('can all be reached', () => {
      const reached = new Set([initial])
      for (let before = 0; before < reached.size; ) {
        before = reached.size
        for (const { from, to } of transitions) if (reached.has(from)) reached.add(to)
      }
      expect([...named].filter(state => !reached.has(state))).toEqual([])
    })

    test('answer each command in one way, unless the facts decide', () => {
      const seen = new Map<string, string[]>()
      for (const { from, command, to } of transitions)
        seen.set(`${from} ${command}`, [...(seen.get(`${from} ${command}`) ?? []), to])
      const open = [...seen].filter(([, to]) => to.length > 1).map(([what]) => what)
      expect(open.every(what => what.endsWith(' decide'))).toBe(true)
    })
  },
)
