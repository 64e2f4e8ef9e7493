import { describe, expect, it } from 'vitest'
import { writeFixture } from '../fixture/assembly.ts'
import { readModel } from '../template/model.ts'
import type { RoleModel, Statement } from '../template/roles.ts'
import { judge } from './judge.ts'
import { assertJudgeable } from './policy.ts'
import { Sessions } from './sessions.ts'

const arn = 'arn:aws:dynamodb:us-east-1:000000000000:table/notes'
const keys = (prefix: string) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}*`] },
  Null: { 'dynamodb:LeadingKeys': 'false' },
})
const all = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem', 'BatchWriteItem']
const statement: Statement = {
  Effect: 'Allow',
  Action: all.map(action => `dynamodb:${action}`),
  Resource: [arn, `${arn}/index/gsi3`],
  Condition: keys('P#${aws:PrincipalTag/provider}#'),
}
const { table } = readModel(writeFixture())

function asked(
  operation: string,
  body: Record<string, unknown>,
  tags: Record<string, string> = { provider: 'ab' },
  statements = [statement],
) {
  const role: RoleModel = { name: 'Staff', arn: 'arn:aws:iam::000000000000:role/Staff', trust: [], statements }
  const sessions = new Sessions('key', new Map([['Staff', role]]))
  const { accessKeyId, sessionToken } = sessions.assume('Staff', 'test', tags, Date.now() + 60_000)
  return judge(sessions.find(accessKeyId, sessionToken)!, operation, { TableName: 'notes', ...body }, table).allowed
}
const key = (pk: string) => ({ pk: { S: pk }, sk: { S: '#' } })
const own = key('P#ab#N')
const query = (KeyConditionExpression: string, more: Record<string, unknown> = {}) => ({
  KeyConditionExpression,
  ExpressionAttributeValues: { ':own': { S: 'P#ab#N' }, ':other': { S: 'P#abc#N' } },
  ...more,
})

describe('the guard allows', () => {
  it('keys under the tag, in every kind of request', () => {
    expect(asked('GetItem', { Key: own })).toBe(true)
    expect(asked('PutItem', { Item: { ...own, more: { S: 'x' } } })).toBe(true)
    expect(asked('Query', query('pk = :own'))).toBe(true)
    expect(asked('Query', { KeyConditions: { pk: { ComparisonOperator: 'EQ', AttributeValueList: [{ S: 'P#ab#N' }] } } })).toBe(
      true,
    )
    expect(asked('Query', query('gsi3pk = :own', { IndexName: 'gsi3' }))).toBe(true)
    expect(asked('BatchGetItem', { RequestItems: { notes: { Keys: [own, key('P#ab#M')] } } })).toBe(true)
    expect(
      asked('BatchWriteItem', { RequestItems: { notes: [{ PutRequest: { Item: own } }, { DeleteRequest: { Key: own } }] } }),
    ).toBe(true)
    expect(
      asked('TransactWriteItems', {
        TransactItems: [
          { Put: { TableName: 'notes', Item: own } },
          { Update: { TableName: 'notes', Key: own } },
          { ConditionCheck: { TableName: 'notes', Key: own } },
        ],
      }),
    ).toBe(true)
    expect(asked('TransactGetItems', { TransactItems: [{ Get: { TableName: 'notes', Key: own } }] })).toBe(true)
  })
})

describe('the guard denies', () => {
  it('another provider, also one whose id begins alike', () => {
    for (const pk of ['P#abc#N', 'P#a#N', 'P#ab', 'G#x', 'P#*#N', '']) expect(asked('GetItem', { Key: key(pk) })).toBe(false)
  })

  it('a key condition with two partitions', () => {
    expect(asked('Query', query('pk = :own AND pk = :other'))).toBe(false)
    expect(asked('Query', query('pk = :own OR pk = :other'))).toBe(false)
    expect(asked('Query', { ...query('pk = :own'), KeyConditions: {} })).toBe(false)
  })

  it('a request without readable keys', () => {
    expect(asked('GetItem', {})).toBe(false)
    expect(asked('GetItem', { Key: { pk: { B: 'UCNhYiM=' }, sk: { S: '#' } } })).toBe(false)
    expect(asked('Query', {})).toBe(false)
    expect(asked('Query', query('sk = :own'))).toBe(false)
    expect(asked('BatchGetItem', { RequestItems: { notes: { Keys: [] } } })).toBe(false)
    expect(asked('BatchGetItem', { RequestItems: {} })).toBe(false)
    expect(asked('TransactWriteItems', { TransactItems: [] })).toBe(false)
  })

  it('one foreign key among own ones', () => {
    expect(asked('BatchGetItem', { RequestItems: { notes: { Keys: [own, key('P#abc#N')] } } })).toBe(false)
    expect(
      asked('BatchWriteItem', { RequestItems: { notes: [{ PutRequest: { Item: own } }, { PutRequest: { Item: key('G#') } }] } }),
    ).toBe(false)
    expect(
      asked('BatchWriteItem', { RequestItems: { notes: [{ PutRequest: { Item: own }, DeleteRequest: { Key: key('G#') } }] } }),
    ).toBe(false)
    const parts = [{ Put: { TableName: 'notes', Item: own } }, { Delete: { TableName: 'notes', Key: key('P#abc#N') } }]
    expect(asked('TransactWriteItems', { TransactItems: parts })).toBe(false)
    expect(
      asked('TransactWriteItems', {
        TransactItems: [{ Put: { TableName: 'notes', Item: own }, Delete: { TableName: 'notes', Key: key('G#') } }],
      }),
    ).toBe(false)
  })

  it('an index by its own partition key, and an index that is not named in the policy', () => {
    expect(asked('Query', query('gsi3pk = :other', { IndexName: 'gsi3' }))).toBe(false)
    expect(asked('Query', query('pk = :own', { IndexName: 'gsi3' }))).toBe(false)
    expect(asked('Query', query('gsi1pk = :own', { IndexName: 'gsi1' }))).toBe(false)
    const tableOnly = [{ ...statement, Resource: arn }]
    expect(asked('Query', query('gsi3pk = :own', { IndexName: 'gsi3' }), { provider: 'ab' }, tableOnly)).toBe(false)
  })

  it('another table', () => {
    expect(asked('GetItem', { TableName: 'others', Key: own })).toBe(false)
    expect(asked('BatchGetItem', { RequestItems: { notes: { Keys: [own] }, others: { Keys: [own] } } })).toBe(false)
  })

  it('scans, PartiQL and table administration', () => {
    expect(asked('Scan', {})).toBe(false)
    expect(asked('ExecuteStatement', { Statement: `SELECT * FROM notes WHERE pk = 'P#ab#N'` })).toBe(false)
    expect(asked('ExecuteTransaction', {})).toBe(false)
    expect(asked('DeleteTable', {})).toBe(false)
    expect(asked('ImportTable', {})).toBe(false)
  })

  it('everything when the tag is missing, and takes a star in a tag literally', () => {
    expect(asked('GetItem', { Key: own }, {})).toBe(false)
    expect(asked('GetItem', { Key: key('P##N') }, {})).toBe(false)
    expect(asked('GetItem', { Key: own }, { provider: '*' })).toBe(false)
    expect(asked('GetItem', { Key: key('P#*#N') }, { provider: '*' })).toBe(true)
  })

  it('what a Deny names, whatever is allowed', () => {
    const deny: Statement = { Effect: 'Deny', Action: 'dynamodb:Delete*', Resource: '*' }
    expect(asked('DeleteItem', { Key: own }, { provider: 'ab' }, [statement, deny])).toBe(false)
    expect(asked('GetItem', { Key: own }, { provider: 'ab' }, [statement, deny])).toBe(true)
  })

  it('a request without keys by the Null condition alone: ForAllValues is true of nothing', () => {
    const withoutNull = [
      { ...statement, Condition: { 'ForAllValues:StringLike': statement.Condition!['ForAllValues:StringLike']! } },
    ]
    expect(asked('Query', {}, { provider: 'ab' }, withoutNull)).toBe(true)
    expect(asked('Query', {}, { provider: 'ab' })).toBe(false)
  })
})

describe('policies that can not be judged stop the start', () => {
  it.each<[string, Partial<Statement>]>([
    ['NotAction', { NotAction: 'dynamodb:Scan' }],
    ['NotResource', { NotResource: arn }],
    ['an unknown operator', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }],
    ['an unknown set operator', { Condition: { 'ForSomeValues:StringLike': { 'dynamodb:LeadingKeys': 'x' } } }],
  ])('%s', (_what, more) => {
    expect(() => assertJudgeable('Staff', [{ ...statement, ...more }])).toThrow('Role Staff')
  })
})
