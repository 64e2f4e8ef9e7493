import { HostFault } from '../fault.ts'
import type { Statement } from '../template/roles.ts'
import { type ConditionTest, conditionTest, type RequestContext } from './condition.ts'
import { likePattern, type Variables } from './pattern.ts'

/** Who asks: the role, and the session tags it was assumed with. */
export type Principal = { roleName: string; roleArn: string; sessionName: string; tags: Readonly<Record<string, string>> }
/** Whether an action on a resource is allowed: some Allow matches and no Deny does. */
export type Policy = (action: string, resourceArn: string, context: RequestContext) => boolean
export const noContext: RequestContext = new Map()

type Compiled = { action: (action: string) => boolean; resource: (arn: string) => boolean; condition: ConditionTest }

/**
 * Compiles a role's statements for one session: tags and principal facts are filled in once. A missing tag matches nothing.
 * `NotAction`, `NotResource` and unknown condition operators are a `HostFault`: what can't be judged must not run.
 */
export function compilePolicy(statements: Statement[], principal: Principal): Policy {
  const variables = variablesOf(principal)
  const allow = statements.filter(({ Effect }) => Effect === 'Allow').map(statement => compiled(statement, variables))
  const deny = statements.filter(({ Effect }) => Effect === 'Deny').map(statement => compiled(statement, variables))
  const principalKeys = [...variables].map(([key, value]) => [key, [value]] as const)
  return (action, resourceArn, request) => {
    const lower = action.toLowerCase()
    const context = new Map<string, readonly string[]>([...principalKeys, ...request])
    const applies = (statement: Compiled) =>
      statement.action(lower) && statement.resource(resourceArn) && statement.condition(context)
    return allow.some(applies) && !deny.some(applies)
  }
}

/** Whether the role's trust policy lets this caller do this action with it (RFC-like default: no statement, no). */
export function compileTrust(trust: Statement[], callerArn: string): (action: string, context: RequestContext) => boolean {
  const none: Variables = new Map()
  const named = trust.filter(({ Principal }) => namesCaller(Principal, callerArn))
  const allow = named.filter(({ Effect }) => Effect === 'Allow').map(statement => compiled({ ...statement, Resource: '*' }, none))
  const deny = named.filter(({ Effect }) => Effect === 'Deny').map(statement => compiled({ ...statement, Resource: '*' }, none))
  return (action, context) => {
    const applies = (statement: Compiled) => statement.action(action.toLowerCase()) && statement.condition(context)
    return allow.some(applies) && !deny.some(applies)
  }
}

/** Compiles every statement once and throws for what local mode can't judge; called before anything starts. */
export function assertJudgeable(name: string, statements: Statement[]): void {
  try {
    for (const statement of statements) compiled({ ...statement, Resource: statement.Resource ?? '*' }, new Map())
  } catch (fault) {
    throw fault instanceof HostFault ? new HostFault(`Role ${name}: ${fault.message}`) : fault
  }
}

function compiled(statement: Statement, variables: Variables): Compiled {
  if (statement.NotAction || statement.NotResource || statement.NotPrincipal || !statement.Action || !statement.Resource)
    throw new HostFault('local mode judges statements with Action and Resource only, not NotAction, NotResource or NotPrincipal.')
  const any = (patterns: string | string[], lower: boolean) => {
    const tests = list(patterns).flatMap(pattern => likePattern(lower ? pattern.toLowerCase() : pattern, variables) ?? [])
    return (value: string) => tests.some(test => test(value))
  }
  return {
    action: any(statement.Action, true),
    resource: any(statement.Resource, false),
    condition: conditionTest(statement.Condition, variables),
  }
}

function namesCaller(principal: Statement['Principal'], callerArn: string): boolean {
  if (principal === '*') return true
  if (typeof principal !== 'object' || principal.AWS === undefined) return false
  const account = callerArn.split(':')[4]
  return list(principal.AWS).some(
    aws => aws === '*' || aws === callerArn || aws === account || aws === `arn:aws:iam::${account}:root`,
  )
}

function variablesOf({ roleArn, tags, sessionName }: Principal): Variables {
  const variables = new Map([
    ['aws:principalarn', roleArn],
    ['aws:principaltype', 'AssumedRole'],
    ['aws:principalaccount', roleArn.split(':')[4]!],
    ['aws:userid', `${roleArn.split('/').at(-1)}:${sessionName}`],
    ['aws:securetransport', 'true'],
  ])
  for (const [tag, value] of Object.entries(tags)) variables.set(`aws:principaltag/${tag.toLowerCase()}`, value)
  return variables
}

const list = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value])
