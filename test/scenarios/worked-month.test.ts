import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { leaves } from '../../dev/scenario/compare.ts'
import { readScenario } from '../../dev/scenario/file.ts'
import { judge } from '../../dev/scenario/judge.ts'
import { type Played, play } from '../../dev/scenario/scenario.ts'

const file = new URL('../../../shared/worked-month.json', import.meta.url).pathname

/** A copy of `expected` in which some leaves say something else, of the same type. */
function altered(expected: unknown, pointers: readonly string[]): unknown {
  const copy = structuredClone(expected)
  for (const pointer of pointers) {
    const path = pointer.split('/').slice(1)
    const last = path.pop()!
    const holder = path.reduce((value, part) => (value as Record<string, unknown>)[part], copy) as Record<string, unknown>
    holder[last] = other(holder[last])
  }
  return copy
}

function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  const text = String(value)
  if (/^-?\d+(\.\d+)?$/.test(text)) return `${text}${text.includes('.') ? '' : '.'}1`
  return /^\d{4}-/.test(text) ? text.replace(/^\d{4}/, '2019') : `${text}-other`
}

describe.skipIf(!existsSync(file))('the worked month', () => {
  const { inputs, expected } = existsSync(file) ? readScenario(file) : ({} as ReturnType<typeof readScenario>)
  const all = leaves(expected).map(leaf => leaf.at)
  let played: Played

  beforeAll(async () => {
    played = await play(inputs)
  }, 600_000)

  const failed = (of: unknown) => judge(of, played.actual).filter(verdict => verdict.status === 'failed')

  it('is lived through over HTTP without a refusal', () => {
    expect(played.failures).toEqual([])
  })

  it('comes out as expected, to the minute and the fen', () => {
    expect(failed(expected)).toEqual([])
    expect(judge(expected, played.actual).map(({ pointer }) => pointer)).toEqual(all)
  })

  it('a figure that is wrong fails alone, whichever it is', () => {
    for (const pointer of all) expect(failed(altered(expected, [pointer])).map(verdict => verdict.pointer)).toEqual([pointer])
  })

  it('as many figures fail as are wrong', () => {
    for (const [step, from] of [
      [3, 0],
      [7, 2],
      [50, 11],
    ] as const) {
      const wrong = all.filter((_, index) => index % step === from % step)
      expect(failed(altered(expected, wrong)).map(({ pointer }) => pointer)).toEqual(wrong)
    }
  })

  it('every figure names the request and the place it was read from', () => {
    for (const { request, responsePointer } of judge(expected, played.actual)) {
      expect(request).toMatch(/^GET \/api\//)
      expect(responsePointer).toMatch(/^(\/[^/]+)+$/)
    }
  })

  it('an element that the product has beyond the expected ones is a failure', () => {
    const fewer = structuredClone(expected) as { workItems: unknown[] }
    fewer.workItems.pop()
    expect(failed(fewer)).toHaveLength(1)
  })
})
