import type { TableModel } from '../template/model.ts'
import type { RequestContext } from './condition.ts'
import { demandsOf } from './demands.ts'
import { BadKeyCondition } from './key-condition.ts'
import type { Session } from './sessions.ts'

export type Verdict = { allowed: true } | { allowed: false; reason: string }

/** Judges one DynamoDB request by the caller's compiled policy: every demand of it must be allowed, and there must be one. */
export function judge(session: Session, operation: string, body: Record<string, unknown>, table: TableModel): Verdict {
  try {
    const demands = demandsOf(operation, body, table)
    if (demands.length === 0) return { allowed: false, reason: `${operation} names nothing to act on` }
    for (const { action, resource, keys } of demands) {
      const context: RequestContext = keys.length > 0 ? new Map([['dynamodb:leadingkeys', keys]]) : new Map()
      if (!session.policy(action, resource, context)) return { allowed: false, reason: denial(session, action, resource, keys) }
    }
    return { allowed: true }
  } catch (error) {
    if (error instanceof BadKeyCondition) return { allowed: false, reason: error.message }
    throw error
  }
}

function denial({ principal: { roleName, sessionName } }: Session, action: string, resource: string, keys: string[]): string {
  const about = keys.length > 0 ? ` (leading keys ${keys.slice(0, 5).join(', ')})` : ''
  return `User: ${roleName}/${sessionName} is not authorized to perform: ${action} on resource: ${resource}${about} because no identity-based policy allows the ${action} action`
}
