import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { leaves } from '../../dev/scenario/compare.ts'
import { readScenario } from '../../dev/scenario/file.ts'
import { judge } from '../../dev/scenario/judge.ts'
import { play } from '../../dev/scenario/scenario.ts'

const folder = new URL('./variants/', import.meta.url).pathname
const files = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .sort()

/** Two by default: a lunch break with part of the fee unpaid at the end, and a 9×7 window over Spring Festival at two sites. */
const usual = ['feb-2026-9x7.json', 'may-2026-lunch.json']
const played = process.env.SCENARIOS === 'all' ? files : usual

/** Worked months with other calendars, windows, terms and amounts. Their figures were worked out minute by minute in exact fractions. */
describe('worked months of other contracts', () => {
  for (const file of files) {
    it.runIf(played.includes(file))(
      `${file.replace('.json', '')}: comes out to the minute and the fen`,
      async () => {
        const { inputs, expected } = readScenario(`${folder}${file}`)
        const { actual, failures } = await play(inputs)
        const verdicts = judge(expected, actual)
        expect(failures).toEqual([])
        expect(verdicts.filter(({ status }) => status === 'failed')).toEqual([])
        expect(verdicts).toHaveLength(leaves(expected).length)
      },
      600_000,
    )
  }
})
