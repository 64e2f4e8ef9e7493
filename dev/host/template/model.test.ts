import { describe, expect, it } from 'vitest'
import { writeFixture } from '../fixture/assembly.ts'
import type { FixtureTemplates } from '../fixture/template.ts'
import type { Json } from './assembly.ts'
import { findFunction, readModel } from './model.ts'

const model = (edit?: (templates: FixtureTemplates) => void) => readModel(writeFixture(edit))
const properties = (templates: FixtureTemplates, id: string) =>
  (templates.App.Resources[id] as unknown as { Properties: Record<string, Json> }).Properties

describe('the model of a synthesized template', () => {
  it('resolves references across stacks, joins and parameters', () => {
    const { functions, roles, mappings } = model()
    expect(functions.get('api')?.environment).toEqual({
      TABLE: 'notes',
      STAFF_ROLE: 'arn:aws:iam::000000000000:role/Staff',
      STAGE: 'prod',
    })
    expect(roles.get('Tick')?.statements[0]?.Resource).toEqual([
      'arn:aws:dynamodb:us-east-1:000000000000:table/notes',
      'arn:aws:dynamodb:us-east-1:000000000000:table/notes/index/gsi3',
    ])
    expect(mappings.find(mapping => mapping.source === 'stream')).toMatchObject({
      functionName: 'relay',
      bisect: true,
      maximumRetries: 2,
      filters: [{ eventName: ['INSERT'], dynamodb: { NewImage: { t: { S: ['event'] } } } }],
    })
  })

  it('switches the stream on and knows the hash key of each index', () => {
    const { table } = model()
    expect(table.definition.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: 'NEW_IMAGE' })
    expect(table.hashKeys).toEqual({ '': 'pk', gsi3: 'gsi3pk' })
  })

  it('leaves alone what nothing here uses, however odd', () => {
    const { functions, api } = model()
    expect([...functions.keys()].sort()).toEqual(['api', 'authorizer', 'consumer', 'relay', 'tick'])
    expect(api.routes).toEqual([{ key: 'ANY /api/notes/{proxy+}', functionName: 'api', timeoutMs: 29_000, authorizer: 'Gate' }])
  })

  it('finds a function by its construct name', () => {
    const { functions, ...rest } = model()
    const named = { ...rest, functions: new Map([['x', { ...functions.get('tick')!, id: 'TickFunction09FBBC56', name: 'x' }]]) }
    expect(findFunction(named, 'Tick').id).toBe('TickFunction09FBBC56')
    expect(findFunction(named, 'TickFunction').name).toBe('x')
    expect(() => findFunction(named, 'Tock')).toThrow('names 0 functions')
  })

  it('follows conditions, maps, selections and substitutions', () => {
    const { functions, rules } = model(templates => {
      const app = templates.App as unknown as Record<string, unknown>
      app.Conditions = { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }, IsTest: { 'Fn::Not': [{ Condition: 'IsProd' }] } }
      app.Mappings = { Sizes: { prod: { pages: '9' } } }
      ;(templates.App.Resources.Rule as unknown as Record<string, unknown>).Condition = 'IsTest'
      properties(templates, 'api').Environment = {
        Variables: {
          A: { 'Fn::If': ['IsProd', 'yes', 'no'] },
          B: { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'pages'] },
          C: { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] },
          D: { 'Fn::Sub': ['${x}-${Bus.Name}-${!literal}-${aws:PrincipalTag/provider}', { x: { Ref: 'Queue' } }] },
          E: { Ref: 'AWS::NoValue' },
        },
      }
    })
    expect(functions.get('api')?.environment).toEqual({
      A: 'yes',
      B: '9',
      C: 'b',
      D: 'https://sqs.us-east-1.amazonaws.com/000000000000/Queue-notes-${literal}-${aws:PrincipalTag/provider}',
    })
    expect(rules).toEqual([])
  })

  it.each<[string, (templates: FixtureTemplates) => void, string]>([
    [
      'an intrinsic it does not know, where it is used',
      t => Object.assign(properties(t, 'api'), { Environment: { Variables: { A: { 'Fn::Cidr': ['x'] } } } }),
      'App/api.Environment: intrinsic Fn::Cidr is not known',
    ],
    [
      'an import that nobody exports',
      t => delete (t.Data.Outputs as Record<string, unknown>).TableArn,
      'no stack exports Data:TableArn',
    ],
    [
      'an AWS managed policy it can not judge',
      t => Object.assign(properties(t, 'apiRole'), { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
      'AdministratorAccess, which local mode can',
    ],
    [
      'an input transformer',
      t => Object.assign(properties(t, 'Rule'), { Targets: [{ Arn: 'arn:aws:sqs:a:b:c', InputTransformer: {} }] }),
      'transforms its input',
    ],
    [
      'a cron schedule',
      t => Object.assign(properties(t, 'EveryMinute'), { ScheduleExpression: 'cron(0 8 * * ? *)' }),
      'rate(…) only',
    ],
    ['a JWT authorizer', t => Object.assign(properties(t, 'Notes'), { AuthorizationType: 'JWT' }), 'Lambda authorizers, not JWT'],
    ['payload 1.0', t => Object.assign(properties(t, 'Integration'), { PayloadFormatVersion: '1.0' }), 'speaks 2.0'],
    ['layers on a function in use', t => Object.assign(properties(t, 'relay'), { Layers: ['arn:x'] }), 'has layers'],
    ['a bundle that is not there', t => Object.assign(properties(t, 'relay'), { Handler: 'other.handler' }), 'is missing'],
  ])('stops at %s', (_what, edit, message) => {
    expect(() => model(edit)).toThrow(message)
  })
})
