import { hasRole, type TenantContext } from '../../kernel/context.ts'
import { leftOver } from './maintenance.ts'
import { commandsIn, type Visit, type VisitCommand } from './visit.ts'

export const dispatchers = ['admin', 'service-desk', 'service-manager'] as const
export const visitors = [...dispatchers, 'technician'] as const
/** Who sees a client's visits beside the staff; a client-user sees the one that serves an own ticket there. */
export const visitReaders = ['client-approver', 'client-owner'] as const

const mayDo: Record<VisitCommand, readonly (typeof visitors | typeof visitReaders)[number][]> = {
  schedule: dispatchers,
  move: [...dispatchers, 'technician'],
  cancel: dispatchers,
  travel: visitors,
  arrive: visitors,
  begin: visitors,
  check: visitors,
  'add-part': visitors,
  finish: visitors,
  'no-access': visitors,
  'work-remotely': visitors,
  sign: [...visitors, ...visitReaders],
  'leave-unsigned': visitors,
  'accept-unsigned': ['admin', 'service-manager'],
  'make-up': visitors,
}

/** Commands the caller may give now, from the state machine and the role. */
export function actionsOf(ctx: TenantContext, visit: Visit): VisitCommand[] {
  const remote = visit.mode === 'remote'
  return commandsIn(visit.status).filter(command => {
    if (!hasRole(ctx, ...mayDo[command])) return false
    if (remote && ['travel', 'arrive', 'sign', 'leave-unsigned'].includes(command)) return false
    if (command === 'work-remotely') return remote
    if (command === 'make-up') return leftOver(visit).length > 0
    if (visit.status === 'on-site' && !visit.begunAt) return ['begin', 'no-access'].includes(command)
    if (visit.status === 'on-site') return !['begin', 'no-access'].includes(command)
    if (command === 'accept-unsigned') return visit.status === 'unsigned' && !visit.accepted
    return true
  })
}
