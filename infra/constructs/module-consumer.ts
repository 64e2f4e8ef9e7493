import { Duration } from 'aws-cdk-lib'
import { type EventBus, Match, Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'

const maxReceives = 5

/** rule → queue + DLQ → consumer. Six visibility timeouts of the function, as Lambda advises; poison goes to the DLQ. */
export function moduleConsumer(
  scope: Construct,
  module: string,
  bus: EventBus,
  handler: LambdaFunction,
  detailTypes: string[],
): void {
  const name = module[0]!.toUpperCase() + module.slice(1)
  const deadLetters = new Queue(scope, `${name}DeadLetters`, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  const queue = new Queue(scope, `${name}Queue`, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: Duration.seconds(handler.timeout!.toSeconds() * 6),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: maxReceives },
  })
  new Rule(scope, `${name}Rule`, {
    eventBus: bus,
    eventPattern: { source: Match.prefix('pactdesk.'), detailType: detailTypes },
    targets: [new SqsQueue(queue)],
  })
  handler.addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 10 }))
}
