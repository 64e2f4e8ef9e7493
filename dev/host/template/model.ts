import { HostFault } from '../fault.ts'
import { type ApiModel, apiModel } from './api.ts'
import { type Json, readAssembly } from './assembly.ts'
import { type FunctionModel, functionModel, functionNameOf } from './functions.ts'
import { type MappingModel, mappingModels } from './mappings.ts'
import { type QueueModel, queueModels } from './queues.ts'
import { Resolver } from './resolver.ts'
import { type RoleModel, roleModels } from './roles.ts'
import { type RuleModel, ruleModels, type ScheduleModel, scheduleModels } from './rules.ts'

export type TableModel = {
  name: string
  arn: string
  /** Attribute that is the partition key of the table (`''`) and of each index. */
  hashKeys: Record<string, string>
  /** Input of `CreateTable`, stream included. */
  definition: Record<string, Json>
}

/** Everything of the synthesized template that one machine can run. Functions are those that something calls, and their neighbours. */
export type HostModel = {
  table: TableModel
  functions: Map<string, FunctionModel>
  roles: Map<string, RoleModel>
  api: ApiModel
  buses: { name: string; arn: string }[]
  rules: RuleModel[]
  queues: QueueModel[]
  mappings: MappingModel[]
  schedules: ScheduleModel[]
  buckets: string[]
}

/** Reads a CDK output folder. Throws `HostFault` when something that is used can't be run locally. */
export function readModel(folder: string): HostModel {
  const resolver = new Resolver(readAssembly(folder))
  const api = apiModel(resolver)
  const rules = ruleModels(resolver)
  const mappings = mappingModels(resolver)
  const schedules = scheduleModels(resolver)
  const called = new Set([
    ...api.routes.map(route => route.functionName),
    ...api.authorizers.map(authorizer => authorizer.functionName),
    ...rules.flatMap(rule => rule.targets).flatMap(({ arn }) => functionNameOf(arn) ?? []),
    ...mappings.map(mapping => mapping.functionName),
    ...schedules.map(schedule => schedule.functionName),
  ])
  const functions = functionModels(resolver, called)
  for (const name of called) if (!functions.has(name)) throw new HostFault(`No function ${name} is in the template.`)
  return {
    table: tableModel(resolver),
    functions,
    roles: roleModels(resolver, new Set([...functions.values()].map(model => model.roleName))),
    api,
    buses: resolver.ofType('AWS::Events::EventBus').map(bus => ({ name: resolver.name(bus), arn: resolver.arn(bus) })),
    rules,
    queues: queueModels(resolver),
    mappings,
    schedules,
    buckets: resolver.ofType('AWS::S3::Bucket').map(bucket => resolver.name(bucket)),
  }
}

/** Called functions must be runnable. Their neighbours, which only an operator invokes, are taken along when they are. */
function functionModels(resolver: Resolver, called: Set<string>): Map<string, FunctionModel> {
  const all = resolver.ofType('AWS::Lambda::Function')
  const stacks = new Set(all.filter(placed => called.has(resolver.name(placed))).map(placed => placed.stack))
  const models = all
    .filter(placed => stacks.has(placed.stack))
    .flatMap(placed => {
      try {
        return [functionModel(resolver, placed)]
      } catch (fault) {
        if (fault instanceof HostFault && !called.has(resolver.name(placed))) return []
        throw fault
      }
    })
  return new Map(models.map(model => [model.name, model]))
}

/** A function by physical name, logical id, or the construct's name (`Tick` for `TickFunction09FBBC56`). */
export function findFunction(model: HostModel, name: string): FunctionModel {
  const exact = model.functions.get(name)
  if (exact) return exact
  const found = [...model.functions.values()].filter(
    ({ id }) => id === name || new RegExp(`^${name}(Function)?[0-9A-F]{8}$`).test(id),
  )
  if (found.length !== 1) throw new HostFault(`${name} names ${found.length} functions of the template.`)
  return found[0]!
}

function tableModel(resolver: Resolver): TableModel {
  const [table, ...more] = resolver.ofType('AWS::DynamoDB::Table')
  if (!table || more.length > 0)
    throw new HostFault(`Local mode runs exactly one DynamoDB table, not ${more.length + (table ? 1 : 0)}.`)
  type Keys = { AttributeName: string; KeyType: string }[]
  const keys = resolver.property(table, 'KeySchema') as Keys
  const indexes = (resolver.property(table, 'GlobalSecondaryIndexes') ?? []) as { IndexName: string; KeySchema: Keys }[]
  const hash = (schema: Keys) => schema.find(key => key.KeyType === 'HASH')!.AttributeName
  const stream = resolver.property(table, 'StreamSpecification') as { StreamViewType: string } | undefined
  const name = resolver.name(table)
  return {
    name,
    arn: resolver.arn(table),
    hashKeys: Object.fromEntries([['', hash(keys)], ...indexes.map(index => [index.IndexName, hash(index.KeySchema)])]),
    definition: {
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: resolver.property(table, 'AttributeDefinitions')!,
      KeySchema: keys,
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map(index => ({
          IndexName: index.IndexName,
          KeySchema: index.KeySchema,
          Projection: (index as unknown as { Projection: Json }).Projection,
        })),
      }),
      ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } }),
    },
  }
}
