import { describe, expect, it } from 'vitest'
import { hashKeyValue } from './key-condition.ts'

const names = { '#p': 'pk', '#s': 'sk', '#alias': 'pk' }
const values = { ':own': { S: 'P#a#' }, ':other': { S: 'P#b#' }, ':lo': { S: '1' }, ':hi': { S: '2' }, ':n': { N: '1' } }
const read = (expression: string) => hashKeyValue(expression, names, values, 'pk')

describe('the partition of a key condition', () => {
  it.each([
    'pk = :own',
    ' #p=:own ',
    '(pk = :own)',
    '((#p = :own) AND (#s > :lo))',
    'pk = :own AND sk BETWEEN :lo AND :hi',
    'pk = :own and begins_with(sk, :lo)',
    'begins_with ( #s , :lo ) AND #p = :own',
    'sk between :lo and :hi AND pk = :own',
  ])('is read from %s', expression => {
    expect(read(expression)).toBe('P#a#')
  })

  it.each([
    'pk = :own AND pk = :other',
    'pk = :own AND #alias = :other',
    'pk = :own OR pk = :other',
    'NOT pk = :own',
    'pk > :own',
    'begins_with(pk, :own)',
    'pk BETWEEN :own AND :other',
    'sk = :lo',
    'pk = :n',
    'pk = :missing',
    'pk = sk',
    ':own = pk',
    'pk <> :own',
    'pk IN (:own, :other)',
    'pk = :own AND',
    'pk = :own sk = :lo',
    '(pk = :own',
    'pk = :own; pk = :other',
    'pk = :own -- AND pk = :other',
    '',
  ])('is not accepted from %s', expression => {
    expect(() => read(expression)).toThrow()
  })
})
