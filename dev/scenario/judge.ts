import { leaves, same } from './compare.ts'
import type { Actual } from './read.ts'

/** One expected figure and what the product says. */
export type Verdict = {
  pointer: string
  status: 'passed' | 'failed'
  expected: unknown
  actual: unknown
  request: string
  responsePointer: string
  error?: string
}

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** Compares every leaf of `expected`; what the product says beyond a whole list is a failure of its own. */
export const judge = (expected: unknown, actual: Actual): Verdict[] => compare(expected as Json, actual, '')

function compare(expected: Json, actual: Actual | undefined, pointer: string): Verdict[] {
  if (Array.isArray(expected))
    return actual?.is === 'list' ? compareLists(expected, actual, pointer) : unread(expected, actual, pointer)
  if (expected !== null && typeof expected === 'object') {
    if (actual?.is !== 'fields') return unread(expected, actual, pointer)
    return Object.entries(expected).flatMap(([name, value]) =>
      compare(value, actual.fields[name], `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    )
  }
  if (actual?.is !== 'figure') return unread(expected, actual, pointer)
  const passed = actual.error === undefined && same(expected as string, actual.value)
  return [
    {
      pointer,
      status: passed ? 'passed' : 'failed',
      expected,
      actual: actual.value ?? null,
      request: actual.request,
      responsePointer: actual.pointer,
      ...(actual.error !== undefined && { error: actual.error }),
    },
  ]
}

/** The product has no such element, or no table says where to read: each figure in it fails. */
const unread = (expected: Json, actual: Actual | undefined, pointer: string): Verdict[] =>
  leaves(expected, pointer).map(leaf => {
    const place = actual?.is === 'figure' ? actual : undefined
    const error = place?.error ?? 'the product says nothing here'
    return {
      pointer: leaf.at,
      status: 'failed',
      expected: leaf.value,
      actual: null,
      request: place?.request ?? '',
      responsePointer: place?.pointer ?? '',
      error,
    }
  })

type ActualList = Extract<Actual, { is: 'list' }>

/** Elements in the order of the file, or by what they say of themselves: whichever agrees with more of what is expected. */
function compareLists(expected: Json[], actual: ActualList, pointer: string): Verdict[] {
  const inOrder = compareAs(expected, actual, pointer, inTheirOrder(expected, actual))
  if (actual.key.length === 0 || failuresIn(inOrder) === 0) return inOrder
  const byKey = compareAs(expected, actual, pointer, pair(expected, actual))
  return failuresIn(byKey) < failuresIn(inOrder) ? byKey : inOrder
}

type Partners = readonly (number | undefined)[]

const failuresIn = (verdicts: readonly Verdict[]) => verdicts.filter(({ status }) => status === 'failed').length
const inTheirOrder = (expected: Json[], { items }: ActualList): Partners =>
  expected.map((_, index) => (index < items.length ? index : undefined))

function compareAs(expected: Json[], { items, whole }: ActualList, pointer: string, partners: Partners): Verdict[] {
  const verdicts = expected.flatMap((element, index) => compare(element, items[partners[index] ?? -1], `${pointer}/${index}`))
  if (!whole) return verdicts
  const beyond = items.filter((_, index) => !partners.includes(index))
  return [...verdicts, ...beyond.map((item, index) => unexpected(item, `${pointer}/+${index}`))]
}

function unexpected(item: Actual, pointer: string): Verdict {
  const first = figuresOf(item)[0]
  return {
    pointer,
    status: 'failed',
    expected: null,
    actual: figuresOf(item).map(({ value }) => value ?? null),
    request: first?.request ?? '',
    responsePointer: first?.pointer ?? '',
    error: 'the product has one more than expected',
  }
}

const figuresOf = (actual: Actual): Extract<Actual, { is: 'figure' }>[] =>
  actual.is === 'figure' ? [actual] : (actual.is === 'list' ? actual.items : Object.values(actual.fields)).flatMap(figuresOf)

/**
 * Which element of the product each expected one is: first those whose key fits exactly one on either side, then, among the rest,
 * the most alike, in order. Answers an index for each expected element.
 */
function pair(expected: Json[], { items, key }: ActualList): Partners {
  const partners: (number | undefined)[] = expected.map(() => undefined)
  const free = new Set(items.keys())
  const fits = (element: Json, item: Actual) => keyFits(element, item, key)
  for (const [index, element] of expected.entries()) {
    const own = [...items.keys()].filter(at => fits(element, items[at]!))
    const [only] = own
    if (own.length !== 1 || expected.filter(other => fits(other, items[only!]!)).length !== 1) continue
    partners[index] = only
    free.delete(only!)
  }
  const open = [...expected.keys()].filter(index => partners[index] === undefined)
  const likely = open
    .flatMap(index => [...free].map(at => ({ index, at, alike: likeness(expected[index]!, items[at]!) })))
    .sort((a, b) => b.alike - a.alike || a.index - b.index || a.at - b.at)
  for (const { index, at } of likely) {
    if (partners[index] !== undefined || !free.has(at)) continue
    partners[index] = at
    free.delete(at)
  }
  return exchanged(
    partners,
    open.filter(index => partners[index] !== undefined),
    (index, at) => likeness(expected[index]!, items[at]!),
  )
}

/** The nearest first may leave the last two with each other's: they are exchanged as long as that agrees with more. */
function exchanged(
  partners: (number | undefined)[],
  open: readonly number[],
  alike: (index: number, at: number) => number,
): Partners {
  const two = open.flatMap((a, after) => open.slice(after + 1).map(b => [a, b] as const))
  for (let better = true; better; ) {
    better = false
    for (const [a, b] of two) {
      const [ofA, ofB] = [partners[a]!, partners[b]!]
      if (alike(a, ofB) + alike(b, ofA) <= alike(a, ofA) + alike(b, ofB)) continue
      partners[a] = ofB
      partners[b] = ofA
      better = true
    }
  }
  return partners
}

function keyFits(element: Json, item: Actual, key: readonly string[]): boolean {
  if (item.is !== 'fields' || element === null || typeof element !== 'object' || Array.isArray(element)) return false
  return key.every(name => {
    const figure = item.fields[name]
    return figure?.is === 'figure' && same(element[name] as string, figure.value)
  })
}

const likeness = (element: Json, item: Actual) => {
  const verdicts = compare(element, item, '')
  return verdicts.length - failuresIn(verdicts)
}
