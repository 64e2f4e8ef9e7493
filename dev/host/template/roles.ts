import { HostFault } from '../fault.ts'
import type { Json } from './assembly.ts'
import type { Placed, Resolver } from './resolver.ts'

type OneOrMore = string | string[]
export type Statement = {
  Sid?: string
  Effect: 'Allow' | 'Deny'
  Action?: OneOrMore
  NotAction?: OneOrMore
  Resource?: OneOrMore
  NotResource?: OneOrMore
  Principal?: string | Record<string, OneOrMore>
  NotPrincipal?: Json
  Condition?: Record<string, Record<string, OneOrMore>>
}
export type RoleModel = { name: string; arn: string; trust: Statement[]; statements: Statement[] }

/** AWS managed policies that only write logs or traces, which local mode does not guard. */
const harmless =
  /^arn:aws:iam::aws:policy\/(service-role\/AWSLambdaBasicExecutionRole|AWSXRayDaemonWriteAccess|service-role\/AWSLambdaSQSQueueExecutionRole)$/

/** The roles of the given functions and every role that trusts another role; roles of services alone are left out. */
export function roleModels(resolver: Resolver, ofFunctions: Set<string>): Map<string, RoleModel> {
  const attached = [
    ...resolver.ofType('AWS::IAM::Policy').map(policy => ({ policy, roles: names(resolver, policy), arn: '' })),
    ...resolver.ofType('AWS::IAM::ManagedPolicy').map(policy => ({
      policy,
      roles: names(resolver, policy),
      arn: String(resolver.value(policy.stack, { Ref: policy.id })),
    })),
  ]
  const roles = resolver.ofType('AWS::IAM::Role').flatMap(placed => {
    const name = resolver.name(placed)
    const trust = JSON.stringify(placed.resource.Properties?.AssumeRolePolicyDocument ?? {})
    if (!ofFunctions.has(name) && !trust.includes('"AWS":')) return []
    const managed = ((resolver.property(placed, 'ManagedPolicyArns') ?? []) as string[]).filter(arn => !harmless.test(arn))
    for (const arn of managed)
      if (!attached.some(other => other.arn === arn))
        throw new HostFault(`Role ${name} uses ${arn}, which local mode can't judge.`)
    const inline = (resolver.property(placed, 'Policies') ?? []) as { PolicyDocument: { Statement: Statement | Statement[] } }[]
    const policies = attached.filter(other => other.roles.includes(name) || managed.includes(other.arn))
    return [
      {
        name,
        arn: resolver.arn(placed),
        trust: statementsOf(resolver.property(placed, 'AssumeRolePolicyDocument')),
        statements: [
          ...inline.flatMap(policy => statementsOf(policy.PolicyDocument)),
          ...policies.flatMap(({ policy }) => statementsOf(resolver.property(policy, 'PolicyDocument'))),
        ],
      },
    ]
  })
  return new Map(roles.map(role => [role.name, role]))
}

const names = (resolver: Resolver, policy: Placed): string[] => (resolver.property(policy, 'Roles') ?? []) as string[]

function statementsOf(document: unknown): Statement[] {
  const { Statement: statements } = document as { Statement: Statement | Statement[] }
  return Array.isArray(statements) ? statements : [statements]
}
