import { HostFault } from '../fault.ts'
import { functionNameOf } from './functions.ts'
import type { Placed, Resolver } from './resolver.ts'

export type TargetModel = {
  /** Queue or function. */
  arn: string
  /** Constant JSON instead of the event. */
  input?: string
  /** Part of the event to send, `$.detail` for example. */
  inputPath?: string
}
export type RuleModel = { name: string; bus: string; pattern: unknown; targets: TargetModel[] }
export type ScheduleModel = { name: string; everySeconds: number; functionName: string; input?: string }

type Target = { Arn: string; Input?: string; InputPath?: string; InputTransformer?: unknown }

/** Enabled rules with a pattern; their bus by name. */
export function ruleModels(resolver: Resolver): RuleModel[] {
  return enabledRules(resolver).flatMap(placed => {
    const pattern = resolver.property(placed, 'EventPattern')
    if (pattern === undefined) return []
    const name = resolver.name(placed)
    const targets = ((resolver.property(placed, 'Targets') ?? []) as Target[]).map(target => targetModel(name, target))
    const bus = String(resolver.property(placed, 'EventBusName') ?? 'default').replace(/^.*event-bus\//, '')
    return [{ name, bus, pattern, targets }]
  })
}

/** Schedules of EventBridge rules and of EventBridge Scheduler that call a function. */
export function scheduleModels(resolver: Resolver): ScheduleModel[] {
  const ofRules = enabledRules(resolver).flatMap(placed => {
    const expression = resolver.property(placed, 'ScheduleExpression')
    if (expression === undefined) return []
    const targets = (resolver.property(placed, 'Targets') ?? []) as Target[]
    return targets.map(target => schedule(resolver.name(placed), String(expression), target))
  })
  const ofScheduler = resolver
    .ofType('AWS::Scheduler::Schedule')
    .filter(placed => resolver.property(placed, 'State') !== 'DISABLED')
    .map(placed =>
      schedule(
        resolver.name(placed),
        String(resolver.property(placed, 'ScheduleExpression')),
        resolver.property(placed, 'Target') as unknown as Target,
      ),
    )
  return [...ofRules, ...ofScheduler]
}

const enabledRules = (resolver: Resolver): Placed[] =>
  resolver.ofType('AWS::Events::Rule').filter(placed => resolver.property(placed, 'State') !== 'DISABLED')

function targetModel(rule: string, { Arn, Input, InputPath, InputTransformer }: Target): TargetModel {
  if (InputTransformer) throw new HostFault(`Rule ${rule} transforms its input, which local mode does not do.`)
  if (!/^arn:aws:(sqs|lambda):/.test(Arn))
    throw new HostFault(`Rule ${rule} targets ${Arn}: local mode knows queues and functions.`)
  return { arn: Arn, ...(Input !== undefined && { input: Input }), ...(InputPath !== undefined && { inputPath: InputPath }) }
}

function schedule(name: string, expression: string, { Arn, Input }: Target): ScheduleModel {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  if (!count || !unit) throw new HostFault(`Schedule ${name}: local mode knows rate(…) only, not ${expression}.`)
  const functionName = functionNameOf(Arn)
  if (!functionName) throw new HostFault(`Schedule ${name} targets ${Arn}: local mode schedules functions.`)
  const seconds = { minute: 60, hour: 3600, day: 86_400 }[unit as 'minute' | 'hour' | 'day']
  return { name, everySeconds: Number(count) * seconds, functionName, ...(Input !== undefined && { input: Input }) }
}
