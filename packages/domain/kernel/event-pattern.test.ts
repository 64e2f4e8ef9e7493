import { describe, expect, it } from 'vitest'
import { compilePattern } from './event-pattern.ts'
import { unwrap } from './result.ts'

const matches = (pattern: unknown, event: unknown) => unwrap(compilePattern(pattern))(event)
const refused = (pattern: unknown) => !compilePattern(pattern).ok

describe('event pattern', () => {
  it('keeps the leaves of one array element together', () => {
    const event = {
      lines: [
        { kind: 'visit', state: 'billed' },
        { kind: 'part', state: 'waiting' },
      ],
    }
    expect(matches({ lines: { kind: ['part'], state: ['waiting'] } }, event)).toBe(true)
    expect(matches({ lines: { kind: ['visit'], state: ['waiting'] } }, event)).toBe(false)
  })

  it('matches an array when any element matches, also for anything-but', () => {
    expect(matches({ tags: ['b'] }, { tags: ['a', 'b'] })).toBe(true)
    expect(matches({ tags: [{ 'anything-but': 'b' }] }, { tags: ['a', 'b'] })).toBe(true)
    expect(matches({ tags: [{ 'anything-but': 'b' }] }, { tags: ['b'] })).toBe(false)
  })

  it('takes a missing field as absent, an object and an empty array too', () => {
    for (const event of [{}, { a: {} }, { a: [] }]) {
      expect(matches({ a: [{ exists: false }] }, event)).toBe(true)
      expect(matches({ a: [{ exists: true }] }, event)).toBe(false)
      expect(matches({ a: [{ 'anything-but': 'x' }] }, event)).toBe(false)
    }
    expect(matches({ a: [{ exists: false }, 'x'] }, { a: 'x' })).toBe(true)
  })

  it('forks on $or at any depth, the inner field overruling the outer one', () => {
    const pattern = { source: ['a'], detail: { $or: [{ x: [1] }, { y: [{ numeric: ['>', 3] }], z: [true] }] } }
    expect(matches(pattern, { source: 'a', detail: { x: 1 } })).toBe(true)
    expect(matches(pattern, { source: 'a', detail: { y: 4, z: true } })).toBe(true)
    expect(matches(pattern, { source: 'a', detail: { y: 4 } })).toBe(false)
    expect(matches(pattern, { source: 'b', detail: { x: 1 } })).toBe(false)
  })

  it('filters DynamoDB stream records by attribute values', () => {
    const inserts = { eventName: ['INSERT'], dynamodb: { NewImage: { t: { S: [{ prefix: 'E' }] }, n: { N: ['5'] } } } }
    expect(matches(inserts, { eventName: 'INSERT', dynamodb: { NewImage: { t: { S: 'Event' }, n: { N: '5' } } } })).toBe(true)
    expect(matches(inserts, { eventName: 'MODIFY', dynamodb: { NewImage: { t: { S: 'Event' }, n: { N: '5' } } } })).toBe(false)
  })

  it('compares IPv4, IPv6 and mapped addresses, in blocks and as literals', () => {
    expect(matches({ ip: [{ cidr: '10.0.0.7/24' }] }, { ip: '10.0.0.200' })).toBe(true)
    expect(matches({ ip: [{ cidr: '10.0.0.0/24' }] }, { ip: '10.0.1.0' })).toBe(false)
    expect(matches({ ip: [{ cidr: '2001:db8::/33' }] }, { ip: '2001:db8:7fff::1' })).toBe(true)
    expect(matches({ ip: [{ cidr: '2001:db8::/33' }] }, { ip: '2001:db8:8000::1' })).toBe(false)
    expect(matches({ ip: ['2001:db8::1'] }, { ip: '2001:0DB8:0:0:0:0:0:1' })).toBe(true)
    expect(matches({ ip: [{ cidr: '10.0.0.0/24' }] }, { ip: '::ffff:0a00:0005' })).toBe(true)
  })

  it('ignores case only where it is asked to', () => {
    expect(matches({ s: [{ 'equals-ignore-case': 'ÄRGER' }] }, { s: 'ärger' })).toBe(true)
    expect(matches({ s: [{ prefix: 'RUN' }] }, { s: 'running' })).toBe(false)
    expect(matches({ s: [{ 'anything-but': { suffix: ['.png', '.jpg'] } }] }, { s: 'a.PNG' })).toBe(true)
  })

  it('lets a wildcard cross line ends and nothing else than * be special', () => {
    expect(matches({ s: [{ wildcard: 'a*z' }] }, { s: 'a\n.\nz' })).toBe(true)
    expect(matches({ s: [{ wildcard: 'a.c' }] }, { s: 'abc' })).toBe(false)
    expect(matches({ s: [{ wildcard: 'a\\\\*' }] }, { s: 'a\\b' })).toBe(true)
  })

  it('compares JSON numbers only', () => {
    expect(matches({ n: [{ numeric: ['>=', 5, '<', 6] }] }, { n: 5 })).toBe(true)
    expect(matches({ n: [{ numeric: ['>=', 5, '<', 6] }] }, { n: 6 })).toBe(false)
    expect(matches({ n: [{ numeric: ['>', 0] }] }, { n: 0.0000001 })).toBe(false)
    expect(matches({ n: [{ 'anything-but': [5, 6] }] }, { n: 6 })).toBe(false)
    expect(matches({ n: [{ 'anything-but': [5, 6] }] }, { n: '6' })).toBe(true)
  })

  it.each([
    ['no object', ['a']],
    ['empty pattern', {}],
    ['a bare value', { a: 'x' }],
    ['a nested array', { a: [['x']] }],
    ['two operators in one expression', { a: [{ prefix: 'x', suffix: 'y' }] }],
    ['an unknown operator', { a: [{ like: 'x' }] }],
    ['an empty expression', { a: [{}] }],
    ['exists that is no boolean', { a: [{ exists: 'yes' }] }],
    ['a prefix that is a number', { a: [{ prefix: 5 }] }],
    ['an empty prefix in anything-but', { a: [{ 'anything-but': { prefix: '' } }] }],
    ['mixed types in anything-but', { a: [{ 'anything-but': ['x', 5] }] }],
    ['null in anything-but', { a: [{ 'anything-but': [null] }] }],
    ['an unsupported anything-but', { a: [{ 'anything-but': { numeric: ['=', 5] } }] }],
    ['a numeric string', { a: [{ numeric: ['=', '5'] }] }],
    ['a half range', { a: [{ numeric: ['>', 5, '<'] }] }],
    ['a range from above', { a: [{ numeric: ['<', 5, '>', 1] }] }],
    ['more than six decimals', { a: [{ numeric: ['=', 1.2345678] }] }],
    ['a dangling escape', { a: [{ wildcard: 'a\\' }] }],
    ['an unknown escape', { a: [{ wildcard: 'a\\b' }] }],
    ['a CIDR without mask', { a: [{ cidr: '10.0.0.0' }] }],
    ['a CIDR of a host name', { a: [{ cidr: 'localhost/8' }] }],
    ['an octet over 255', { a: [{ cidr: '10.0.0.256/8' }] }],
    ['$or with one branch', { $or: [{ a: [1] }] }],
    ['$or that is no array', { $or: { a: [1] } }],
    ['a reserved field inside $or', { $or: [{ prefix: [1] }, { b: [1] }] }],
  ])('refuses %s', (_what, pattern) => {
    expect(refused(pattern)).toBe(true)
  })
})
