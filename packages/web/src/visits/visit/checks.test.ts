import { expect, test } from 'vitest'
import { doneEntries, openResults } from './checks.ts'

const missing = [
  { task: 'dust', devices: ['PC-01', 'PC-02'] },
  { task: 'virus', devices: ['PC-02'] },
  { task: 'disk', devices: ['PC-01', 'PC-02'] },
  { task: 'cables', devices: ['-'] },
]

test('all done names only what is open, tasks of the same devices together', () => {
  expect(doneEntries(missing)).toEqual([
    { result: 'done', devices: ['PC-01', 'PC-02'], tasks: ['dust', 'disk'] },
    { result: 'done', devices: ['PC-02'], tasks: ['virus'] },
    { result: 'done', devices: ['-'], tasks: ['cables'] },
  ])
  expect(doneEntries(missing, 'virus')).toEqual([{ result: 'done', devices: ['PC-02'], tasks: ['virus'] }])
  expect(openResults(missing)).toBe(6)
})
