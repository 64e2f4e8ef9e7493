import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { TestProduct } from '../support/product.ts'

/** The table of a product in this process, past the guard. */
export function openOperator({ host: { table } }: Pick<TestProduct, 'host'>): { client: DynamoDBDocumentClient; name: string } {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const base = new DynamoDBClient({ endpoint: table.endpoint, region: 'local', credentials })
  return { client: DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } }), name: table.name }
}
