import type { TableModel } from '../template/model.ts'
import { account, region } from '../template/names.ts'
import { BadKeyCondition, hashKeyValue } from './key-condition.ts'

/** One thing to be judged: an IAM action on a table or index, with the partition keys it touches (none = no LeadingKeys). */
export type Demand = { action: string; resource: string; keys: string[] }
type Attributes = Record<string, { S?: unknown }>
type Body = Record<string, unknown>

/**
 * What a DynamoDB request asks for, read from its body. A transaction demands each of its parts; a batch demands all its keys.
 * Requests without readable keys demand an action with no keys, which a policy with a `Null` condition denies.
 */
export function demandsOf(operation: string, body: Body, table: TableModel): Demand[] {
  const demand = (action: string, tableName: unknown, keys: (string | undefined)[], index?: unknown): Demand => ({
    action: `dynamodb:${action}`,
    resource: resourceArn(String(tableName), index),
    keys: keys.every(key => key !== undefined) ? (keys as string[]) : [],
  })
  const keyOf = (attributes: unknown) => hashValue(attributes as Attributes | undefined, table.hashKeys['']!)
  const writeKey = ({ PutRequest, DeleteRequest }: BatchWrite) =>
    PutRequest && DeleteRequest ? undefined : keyOf(PutRequest?.Item ?? DeleteRequest?.Key)
  switch (operation) {
    case 'GetItem':
    case 'DeleteItem':
    case 'UpdateItem':
      return [demand(operation, body.TableName, [keyOf(body.Key)])]
    case 'PutItem':
      return [demand(operation, body.TableName, [keyOf(body.Item)])]
    case 'Query':
      return [demand(operation, body.TableName, queryKeys(body, table), body.IndexName)]
    case 'Scan':
      return [demand(operation, body.TableName, [], body.IndexName)]
    case 'BatchGetItem':
      return entriesOf(body.RequestItems).map(([name, request]) =>
        demand(operation, name, ((request as { Keys?: unknown[] }).Keys ?? []).map(keyOf)),
      )
    case 'BatchWriteItem':
      return entriesOf(body.RequestItems).map(([name, requests]) =>
        demand(operation, name, (requests as BatchWrite[]).map(writeKey)),
      )
    case 'TransactGetItems':
      return listOf(body.TransactItems).map(({ Get }) => demand('GetItem', Get?.TableName, [keyOf(Get?.Key)]))
    case 'TransactWriteItems':
      return listOf(body.TransactItems).map(part => {
        const [[kind, request] = ['', {}], ...more] = Object.entries(part)
        const action = transactActions[kind]
        if (!action || more.length > 0) return demand(`Transact${kind}`, undefined, [])
        return demand(action, request.TableName, [keyOf(kind === 'Put' ? request.Item : request.Key)])
      })
    case 'ExecuteStatement':
    case 'BatchExecuteStatement':
    case 'ExecuteTransaction':
      return ['Select', 'Insert', 'Update', 'Delete'].map(kind => demand(`PartiQL${kind}`, table.name, []))
    default:
      return [demand(operation, body.TableName ?? '*', [])]
  }
}

type BatchWrite = { PutRequest?: { Item?: unknown }; DeleteRequest?: { Key?: unknown } }
type Part = Record<string, { TableName?: unknown; Key?: unknown; Item?: unknown }>

const transactActions: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
}

function queryKeys(body: Body, table: TableModel): (string | undefined)[] {
  const hashKey = table.hashKeys[typeof body.IndexName === 'string' ? body.IndexName : '']
  if (hashKey === undefined) return []
  if (typeof body.KeyConditionExpression === 'string') {
    if (body.KeyConditions !== undefined) throw new BadKeyCondition('a query has either KeyConditionExpression or KeyConditions')
    const names = (body.ExpressionAttributeNames ?? {}) as Record<string, string>
    const values = (body.ExpressionAttributeValues ?? {}) as Record<string, unknown>
    return [hashKeyValue(body.KeyConditionExpression, names, values, hashKey)]
  }
  const legacy = (body.KeyConditions ?? {}) as Record<
    string,
    { ComparisonOperator?: string; AttributeValueList?: { S?: unknown }[] }
  >
  const { ComparisonOperator, AttributeValueList = [] } = legacy[hashKey] ?? {}
  if (ComparisonOperator !== 'EQ' || AttributeValueList.length !== 1) return []
  return [hashValue({ [hashKey]: AttributeValueList[0]! }, hashKey)]
}

function hashValue(attributes: Attributes | undefined, name: string): string | undefined {
  const value = attributes?.[name]?.S
  return typeof value === 'string' ? value : undefined
}

function resourceArn(tableName: string, index: unknown): string {
  const arn = tableName.startsWith('arn:') ? tableName : `arn:aws:dynamodb:${region}:${account}:table/${tableName}`
  return typeof index === 'string' ? `${arn}/index/${index}` : arn
}

const entriesOf = (value: unknown) => Object.entries((value ?? {}) as Record<string, unknown>)
const listOf = (value: unknown) => (value ?? []) as Part[]
