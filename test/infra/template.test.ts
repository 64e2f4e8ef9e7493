import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Resource = { Type: string; Properties: Record<string, never> & Record<string, unknown> }
const out = process.env.CDK_OUTDIR ?? join(import.meta.dirname, '..', '..', 'cdk.out')
const stack = (name: string) =>
  (JSON.parse(readFileSync(join(out, `${name}.template.json`), 'utf8')) as { Resources: Record<string, Resource> }).Resources
const app = stack('PactdeskApp')
const data = stack('PactdeskData')
const ofType = (resources: Record<string, Resource>, type: string) =>
  Object.entries(resources).filter(([, resource]) => resource.Type === type)

type Report = { pluginReports: { pluginName: string; conclusion: string; suppressedViolations: { reason: string }[] }[] }
type Statement = {
  Effect: string
  Action: string | string[]
  Resource: unknown
  Condition?: Record<string, Record<string, unknown>>
}
const statementsOf = (resource: Resource): Statement[] => {
  const inline = (resource.Properties.Policies as { PolicyDocument: { Statement: Statement[] } }[] | undefined) ?? []
  const own = resource.Properties.PolicyDocument as { Statement: Statement[] } | undefined
  return [...inline.flatMap(policy => policy.PolicyDocument.Statement), ...(own?.Statement ?? [])]
}
const allStatements = [...ofType(app, 'AWS::IAM::Role'), ...ofType(app, 'AWS::IAM::Policy')].flatMap(([id, resource]) =>
  statementsOf(resource).map(statement => ({ id, statement })),
)
const actionsOf = (statement: Statement) => [statement.Action].flat()

describe('synthesized template', () => {
  it('has passed the AwsSolutions checks, each accepted finding with its reason', () => {
    const report = JSON.parse(readFileSync(join(out, 'validation-report.json'), 'utf8')) as Report
    const nag = report.pluginReports.find(({ pluginName }) => pluginName === 'AwsSolutions')
    expect(nag?.conclusion).toBe('success')
    expect(nag?.suppressedViolations.length).toBeGreaterThan(0)
    for (const { reason } of nag?.suppressedViolations ?? []) expect(reason.length).toBeGreaterThan(20)
  })

  it('stays far below the quota of 500 resources a stack', () => {
    for (const resources of [app, data, stack('PactdeskEdge')]) expect(Object.keys(resources).length).toBeLessThan(400)
  })

  it('every right on the table names its keys, and refuses requests that name none', () => {
    const onTable = allStatements.filter(({ statement }) =>
      actionsOf(statement).some(action => action.startsWith('dynamodb:') && !/Stream|GetRecords|GetShardIterator/.test(action)),
    )
    expect(onTable.length).toBeGreaterThanOrEqual(5)
    for (const { id, statement } of onTable) {
      expect(statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'], id).toBeDefined()
      expect(statement.Condition?.Null, id).toEqual({ 'dynamodb:LeadingKeys': 'false' })
      expect(actionsOf(statement).join(), id).not.toMatch(/Scan|PartiQL|\*/)
    }
  })

  it('only the relay may put events on the bus', () => {
    const putters = allStatements.filter(({ statement }) => actionsOf(statement).includes('events:PutEvents'))
    expect(putters.map(({ id }) => id)).toEqual([expect.stringMatching(/^Relay/)])
  })

  it('no statement grants everything', () => {
    for (const { id, statement } of allStatements) {
      expect(actionsOf(statement), id).not.toContain('*')
      if (statement.Resource === '*')
        expect(
          actionsOf(statement).every(action => /^dynamodb:ListStreams$/.test(action)),
          id,
        ).toBe(true)
    }
  })

  it('every queue of a module has a dead-letter queue and bounded receives', () => {
    const queues = ofType(app, 'AWS::SQS::Queue').filter(([id]) => !/DeadLetters/.test(id))
    expect(queues.length).toBeGreaterThan(0)
    for (const [id, queue] of queues) {
      const redrive = queue.Properties.RedrivePolicy as { maxReceiveCount: number } | undefined
      expect(redrive?.maxReceiveCount, id).toBeLessThanOrEqual(5)
    }
  })

  it('every mapping is bounded: nothing stalls a shard or retries for ever', () => {
    const mappings = ofType(app, 'AWS::Lambda::EventSourceMapping')
    expect(mappings.length).toBeGreaterThan(0)
    for (const [id, { Properties: mapping }] of mappings) {
      expect(mapping.FunctionResponseTypes, id).toEqual(['ReportBatchItemFailures'])
      if (mapping.StartingPosition) {
        expect(mapping.MaximumRetryAttempts, id).toBeGreaterThan(0)
        expect(mapping.MaximumRecordAgeInSeconds, id).toBeGreaterThan(0)
        expect(mapping.BisectBatchOnFunctionError, id).toBe(true)
        expect(mapping.DestinationConfig, id).toHaveProperty('OnFailure')
      } else {
        expect((mapping.ScalingConfig as unknown as { MaximumConcurrency: number }).MaximumConcurrency, id).toBeLessThanOrEqual(
          10,
        )
      }
    }
  })

  it('every route but health, API description, sign-in address and signed webhooks has the authorizer', () => {
    const open = ofType(app, 'AWS::ApiGatewayV2::Route')
      .filter(([, route]) => route.Properties.AuthorizationType !== 'CUSTOM')
      .map(([, route]) => route.Properties.RouteKey)
    expect(open.sort()).toEqual(['GET /api/config', 'GET /api/health', 'GET /api/openapi.json', 'POST /api/webhooks/stripe'])
  })
})
