import { describe, expect, it } from 'vitest'
import type { Answers } from './answers.ts'
import { answer, each, list, members, name } from './figures/shape.ts'
import { judge } from './judge.ts'
import { readFigures } from './read.ts'

const shape = {
  total: answer('month', '/sums/total'),
  kept: answer('month', '/promises/[promise=restore]/met'),
  days: answer('month', list('/days', [], '')),
  rows: answer('month', list('/rows', ['day'], { day: '/day', a: '/a', b: '/b' })),
  entries: answer('journal', list('/items', ['date'], { date: '/date', fen: '/minor' })),
  balances: answer('balances', members('/of')),
  tickets: each('ticket', ['id'], { id: name('ticket', '/number'), done: '/done' }),
}
const answers: Answers = new Map([
  [
    'month',
    [
      {
        request: 'GET /month',
        body: {
          sums: { total: 7 },
          days: ['a', 'b'],
          rows: [
            { day: 'd1', a: 1, b: 1 },
            { day: 'd1', a: 1, b: 2 },
          ],
          promises: [
            { promise: 'arrival', met: 1 },
            { promise: 'restore', met: 2 },
          ],
        },
      },
    ],
  ],
  [
    'journal',
    [
      {
        request: 'GET /journal',
        body: {
          items: [
            { date: 'd1', minor: 1 },
            { date: 'd2', minor: 2 },
            { date: 'd2', minor: 3 },
          ],
        },
      },
    ],
  ],
  ['balances', [{ request: 'GET /balances', error: '503 down' }]],
  ['ticket', [{ request: 'GET /t/X-9', body: { number: 'X-9', done: true } }]],
])
const actual = readFigures(shape, { answers, names: { tickets: new Map([['T1', 'X-9']]), work: new Map() } })
const failed = (expected: unknown) => judge(expected, actual).filter(({ status }) => status === 'failed')

describe('judging a worked month', () => {
  it('two wrong figures are two failures: elements exchange partners when together they agree with more', () => {
    const verdicts = judge(
      {
        rows: [
          { day: 'd1', a: 1, b: 9 },
          { day: 'd1', a: 9, b: 1 },
        ],
      },
      actual,
    )
    expect(verdicts.filter(({ status }) => status === 'failed').map(({ pointer }) => pointer)).toEqual(['/rows/0/b', '/rows/1/a'])
  })

  it('reads each figure where its table says, and tells the place', () => {
    const [total, kept] = judge({ total: '7.0', kept: 2 }, actual)
    expect(total).toMatchObject({ status: 'passed', request: 'GET /month', responsePointer: '/sums/total' })
    expect(kept).toMatchObject({ status: 'passed', responsePointer: '/promises/1/met' })
  })

  it('knows the things of the file by the names they got in the product', () => {
    expect(failed({ tickets: [{ id: 'T1', done: true }] })).toEqual([])
    expect(failed({ tickets: [{ id: 'T2', done: true }] }).map(({ pointer }) => pointer)).toEqual(['/tickets/0/id'])
  })

  it('entries of one date are the ones with equal postings, in whatever order they come', () => {
    const [one, two, three] = [
      { date: 'd1', fen: 1 },
      { date: 'd2', fen: 2 },
      { date: 'd2', fen: 3 },
    ]
    expect(failed({ entries: [one, three, two] })).toEqual([])
    expect(failed({ entries: [one, { date: 'd2', fen: 4 }, two] })).toHaveLength(1)
  })

  it('one more than expected is a failure, and so is one less', () => {
    expect(failed({ days: ['a'] })).toMatchObject([{ pointer: '/days/+0', actual: ['b'] }])
    expect(failed({ days: ['a', 'b', 'c'] })).toMatchObject([{ pointer: '/days/2', error: 'the product says nothing here' }])
  })

  it('a figure that can not be read fails, with the reason where there is one; none is skipped', () => {
    expect(failed({ balances: { bank: 1 } })).toMatchObject([
      { pointer: '/balances/bank', error: '503 down', request: 'GET /balances' },
    ])
    expect(failed({ nobody: { knows: 'this' } })).toMatchObject([{ pointer: '/nobody/knows' }])
  })
})
