import { functionNameOf } from '../template/functions.ts'
import type { MappingModel } from '../template/mappings.ts'
import type { HostModel } from '../template/model.ts'
import type { QueueModel } from '../template/queues.ts'

/** Functions that a rule calls without a queue of its own: the service keeps the event for them and tries three times. */
const targets = (model: HostModel): string[] => [
  ...new Set(model.rules.flatMap(rule => rule.targets).flatMap(({ arn }) => (arn.startsWith('arn:aws:lambda:') ? [arn] : []))),
]

/** The service's own queue for each such function, under the function's ARN. */
export const directQueues = (model: HostModel): QueueModel[] =>
  targets(model).map(arn => ({
    name: `${functionNameOf(arn)}-events`,
    arn,
    visibilitySeconds: 60,
    delaySeconds: 0,
    redrive: { deadLetterArn: `${arn}-failed`, maxReceiveCount: 3 },
  }))

/** One event a call, handed over bare. */
export const directMappings = (model: HostModel): MappingModel[] =>
  targets(model).map(arn => ({
    id: `direct-${functionNameOf(arn)}`,
    functionName: functionNameOf(arn)!,
    sourceArn: arn,
    source: 'event',
    batchSize: 1,
    reportsItemFailures: false,
    filters: [],
    bisect: false,
    maximumRetries: 2,
    maximumAgeSeconds: -1,
  }))
