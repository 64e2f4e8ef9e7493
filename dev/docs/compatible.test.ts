import { expect, test } from 'vitest'
import * as z from 'zod'
import { breaks } from './compatible.ts'
import type { Schema } from './event-schemas.ts'

const schema = (type: z.ZodType) => z.toJSONSchema(type, { io: 'output', unrepresentable: 'any' }) as Schema
const between = (old: z.ZodType, now: z.ZodType) => breaks(schema(old), schema(now))
const id = z.string().max(10).meta({ id: 'SnapId' })
const base = z.object({ id, n: z.int().min(0), kind: z.enum(['a', 'b']), note: z.string().optional() })

test('the same schema, or a wider one, reads what was written', () => {
  expect(between(base, base)).toEqual([])
  expect(between(base, base.extend({ more: z.string().optional() }))).toEqual([])
  expect(between(base, base.extend({ kind: z.enum(['a', 'b', 'c']) }))).toEqual([])
  expect(between(base, base.extend({ n: z.number() }))).toEqual([])
  expect(between(base, base.extend({ n: z.int().min(-5).optional() }))).toEqual([])
  expect(between(base, base.extend({ note: z.union([z.string(), z.int()]).optional() }))).toEqual([])
  expect(between(z.object({ k: z.literal('a') }), z.object({ k: z.enum(['a', 'b']) }))).toEqual([])
  expect(between(z.object({ k: z.literal('a') }), z.object({ k: z.string() }))).toEqual([])
})

test.each<[string, z.ZodType, string[]]>([
  ['a field that is gone', base.omit({ note: true }), ['/note: is gone']],
  ['a field that became required', base.extend({ note: z.string() }), ['/note: became required']],
  ['a new field that is required', base.extend({ more: z.string() }), ['/more: became required']],
  [
    'a new field with a default, which stored events lack',
    base.extend({ more: z.string().default('') }),
    ['/more: became required'],
  ],
  ['another type', base.extend({ n: z.string() }), ['/n: integer became string']],
  ['a value that is gone', base.extend({ kind: z.enum(['a']) }), ['/kind: "b" is gone']],
  ['text that became an enumeration', base.extend({ id: z.enum(['x']) }), ['/id: "any value" is gone']],
  ['a narrower limit', base.extend({ n: z.int().min(1) }), ['/n: minimum 0 became 1']],
  ['a narrower limit behind a name', base.extend({ id: z.string().max(9) }), ['/id: maxLength 10 became 9']],
  ['a new pattern', base.extend({ id: z.string().max(10).regex(/^x/) }), ['/id: pattern none became ^x']],
])('%s breaks', (_, now, found) => {
  expect(between(base, now)).toEqual(found)
})

test('forms, lists and records are looked into', () => {
  const form = (more: z.ZodRawShape) =>
    z.discriminatedUnion('how', [z.object({ how: z.literal('a'), ...more }), z.object({ how: z.literal('b') })])
  expect(between(form({}), form({ x: z.string() }))).toEqual(['/x: became required'])
  expect(between(form({}), z.object({ how: z.literal('a') }))).toEqual(['/how: "b" is gone'])
  expect(between(z.array(z.int()), z.array(z.int().max(5)))).toEqual([expect.stringMatching(/^\/\[\]: maximum/)])
  expect(between(z.tuple([z.string(), z.int()]), z.tuple([z.string(), z.string()]))).toEqual(['/1: integer became string'])
  expect(between(z.record(z.string(), z.int()), z.record(z.string(), z.string()))).toEqual(['/*: integer became string'])
})

test('a form that was tried in vain hides nothing of another one', () => {
  const either = (n: z.ZodType) => {
    const part = z.object({ n }).meta({ id: 'SnapPart' })
    return z.union([z.object({ k: z.literal('b'), part }), z.object({ k: z.literal('a'), part })])
  }
  expect(between(either(z.number()), either(z.string()))).toContain('/part/n: number became string')
})

test('a schema that names itself is compared once', () => {
  type Tree = { n: number; under: Tree[] }
  const tree = (n: z.ZodType<number>): z.ZodType<Tree> => {
    const node: z.ZodType<Tree> = z.lazy(() => z.object({ n, under: z.array(node) })).meta({ id: 'SnapTree' })
    return node
  }
  expect(between(tree(z.int()), tree(z.int()))).toEqual([])
  expect(between(tree(z.number()), tree(z.int()))).toContain('/n: number became integer')
})
