import type { Resolver } from './resolver.ts'

export type QueueModel = {
  name: string
  arn: string
  /** Seconds a received message stays hidden; SQS's default is 30. */
  visibilitySeconds: number
  delaySeconds: number
  /** Where a message goes after `maxReceiveCount` receives that did not delete it. */
  redrive?: { deadLetterArn: string; maxReceiveCount: number }
}

/** Every queue of the template. */
export function queueModels(resolver: Resolver): QueueModel[] {
  return resolver.ofType('AWS::SQS::Queue').map(placed => {
    const redrive = resolver.property(placed, 'RedrivePolicy') as
      | { deadLetterTargetArn: string; maxReceiveCount: number | string }
      | undefined
    return {
      name: resolver.name(placed),
      arn: resolver.arn(placed),
      visibilitySeconds: Number(resolver.property(placed, 'VisibilityTimeout') ?? 30),
      delaySeconds: Number(resolver.property(placed, 'DelaySeconds') ?? 0),
      ...(redrive && {
        redrive: { deadLetterArn: redrive.deadLetterTargetArn, maxReceiveCount: Number(redrive.maxReceiveCount) },
      }),
    }
  })
}
