import { HostFault } from '../fault.ts'
import { functionNameOf } from './functions.ts'
import type { Resolver } from './resolver.ts'

/** An event source mapping: what is read, in which batches, and what happens to a batch that fails. */
export type MappingModel = {
  id: string
  functionName: string
  sourceArn: string
  source: 'stream' | 'queue' | 'event'
  batchSize: number
  /** `ReportBatchItemFailures` is on: the answer names what failed. */
  reportsItemFailures: boolean
  /** Event patterns of which one must match a record; empty = all records. */
  filters: unknown[]
  bisect: boolean
  /** Retries after the first try; -1 = without end. */
  maximumRetries: number
  /** Seconds after which a stream record is given up; -1 = never. */
  maximumAgeSeconds: number
  /** ARN that gets the record of a batch that was given up. */
  onFailureArn?: string
}

export function mappingModels(resolver: Resolver): MappingModel[] {
  return resolver.ofType('AWS::Lambda::EventSourceMapping').flatMap(placed => {
    const property = <T>(key: string, fallback: T): T => (resolver.property(placed, key) as T | undefined) ?? fallback
    if (resolver.property(placed, 'Enabled') === false) return []
    const sourceArn = property('EventSourceArn', '')
    const source = /^arn:aws:dynamodb:/.test(sourceArn) ? 'stream' : 'queue'
    if (source === 'queue' && !sourceArn.startsWith('arn:aws:sqs:'))
      throw new HostFault(`Mapping ${placed.id} reads ${sourceArn}: local mode knows DynamoDB streams and SQS queues.`)
    const functionName = functionNameOf(property('FunctionName', ''))
    if (!functionName) throw new HostFault(`Mapping ${placed.id} names no function.`)
    const { Filters = [] } = property<{ Filters?: { Pattern: string }[] }>('FilterCriteria', {})
    const { OnFailure } = property<{ OnFailure?: { Destination: string } }>('DestinationConfig', {})
    return [
      {
        id: placed.id,
        functionName,
        sourceArn,
        source,
        batchSize: Number(property('BatchSize', source === 'stream' ? 100 : 10)),
        reportsItemFailures: property<string[]>('FunctionResponseTypes', []).includes('ReportBatchItemFailures'),
        filters: Filters.map(filter => JSON.parse(filter.Pattern) as unknown),
        bisect: property('BisectBatchOnFunctionError', false),
        maximumRetries: Number(property('MaximumRetryAttempts', -1)),
        maximumAgeSeconds: Number(property('MaximumRecordAgeInSeconds', -1)),
        ...(OnFailure && { onFailureArn: OnFailure.Destination }),
      } satisfies MappingModel,
    ]
  })
}
