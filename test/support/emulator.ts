import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Database } from '@pactdesk/platform/table/database'

const root = join(import.meta.dirname, '..', '..')

/** An emulated table in memory, made from the synthesized template, without the guard: for tests of the table layer itself. */
export async function startTable(): Promise<{ database: Database; endpoint: string; stop: () => void }> {
  const port = await freePort()
  const binary = process.env.DYNOXIDE ?? join(root, 'node_modules', '@dynoxide', `linux-${process.arch}`, 'dynoxide')
  const child = spawn(binary, ['--port', String(port)], { stdio: 'ignore', env: { ...process.env, TOKIO_WORKER_THREADS: '1' } })
  const endpoint = `http://127.0.0.1:${port}`
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const base = new DynamoDBClient({ endpoint, region: 'local', credentials, maxAttempts: 10 })
  await base.send(new CreateTableCommand(tableFromTemplate()))
  return {
    database: {
      table: 'pactdesk',
      client: DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } }),
      credentials: () => Promise.reject(new Error('the bare table has no credentials')),
    },
    endpoint,
    stop: () => {
      child.kill('SIGKILL')
    },
  }
}

function tableFromTemplate(): CreateTableCommandInput {
  const file = join(process.env.CDK_OUTDIR ?? join(root, 'cdk.out'), 'PactdeskData.template.json')
  const { Resources } = JSON.parse(readFileSync(file, 'utf8')) as {
    Resources: Record<string, { Type: string; Properties: CreateTableCommandInput }>
  }
  const table = Object.values(Resources).find(resource => resource.Type === 'AWS::DynamoDB::Table')!.Properties
  return {
    TableName: 'pactdesk',
    KeySchema: table.KeySchema,
    AttributeDefinitions: table.AttributeDefinitions,
    GlobalSecondaryIndexes: table.GlobalSecondaryIndexes,
    BillingMode: 'PAY_PER_REQUEST',
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
