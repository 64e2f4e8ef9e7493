import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/**
 * Accepts findings of the AwsSolutions checks on one construct, rule → reason. A finding that nobody accepted makes the synthesis
 * fail, so a new one is either mended or argued here.
 */
export function accept(construct: IConstruct, findings: Record<string, string>): void {
  for (const [rule, reason] of Object.entries(findings))
    Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason })
}

/** Access to objects is by short-lived addresses and tagged roles; data events of CloudTrail, where a stage wants them, say who. */
export const noServerAccessLogs = {
  S1: 'Objects are reached only by tagged roles and short-lived addresses; CloudTrail data events tell who did, server access logs would not',
}
