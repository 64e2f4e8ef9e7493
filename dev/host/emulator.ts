import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { boundToUs } from './child.ts'
import { HostFault } from './fault.ts'
import { forwarder } from './guard/forward.ts'
import type { TableModel } from './template/model.ts'

/** A call of the host's own, past the guard: operation with its API (`DynamoDB_20120810.Query`), and the parsed answer. */
export type TableCall = (target: string, input: Record<string, unknown>) => Promise<Record<string, unknown>>
export type TableHost = { endpoint: string; embedded: boolean; call: TableCall; databaseFile?: string; stop: () => Promise<void> }

/**
 * Starts the embedded emulator on a file in the data folder, or takes `DYNAMODB_ENDPOINT`, and makes the template's table
 * there (missing indexes too). Ready when the table answers.
 */
export async function startTable(folder: string, table: TableModel, failed: (error: Error) => void): Promise<TableHost> {
  const external = process.env.DYNAMODB_ENDPOINT
  if (external) {
    const call = caller(external, false)
    await ensureTable(call, table)
    return { endpoint: external, embedded: false, call, stop: async () => {} }
  }
  const databaseFile = join(folder, 'table.db')
  const { child, endpoint } = await launched(databaseFile)
  const call = caller(endpoint, true)
  await ensureTable(call, table)
  indexStream(databaseFile)
  let stopping = false
  child.on('exit', code => {
    if (!stopping) failed(new HostFault(`The table emulator ended (exit ${code}). Start again; nothing committed is lost.`))
  })
  return {
    endpoint,
    embedded: true,
    call,
    databaseFile,
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Calls the table directly and throws an error with the service's type for anything but 200. */
export function caller(endpoint: string, embedded: boolean): TableCall {
  const forward = forwarder(endpoint, embedded)
  return async (target, input) => {
    const answer = await forward(target, JSON.stringify(input))
    const parsed = JSON.parse(answer.body.toString() || '{}') as Record<string, unknown>
    if (answer.status === 200) return parsed
    const error = new Error(`${target}: ${String(parsed.message ?? parsed.Message ?? answer.status)}`)
    error.name = String(parsed.__type ?? 'TableError').replace(/^.*#/, '')
    throw error
  }
}

/** A port may be taken by another between finding it free and the emulator's start: then again with the next one. */
async function launched(databaseFile: string, attempts = 3): Promise<{ child: ChildProcess; endpoint: string }> {
  const port = await freePort()
  const child = launch(port, databaseFile)
  if (await ready(child, port)) return { child, endpoint: `http://127.0.0.1:${port}` }
  if (attempts > 1) return launched(databaseFile, attempts - 1)
  throw new HostFault(`The table emulator did not start on ${databaseFile} (exit ${child.exitCode}).`)
}

function launch(port: number, databaseFile: string): ChildProcess {
  if (process.arch !== 'x64')
    throw new HostFault('The embedded table needs x64; set DYNAMODB_ENDPOINT to a DynamoDB Local instead.')
  const binary = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide')
  const [command, args] = boundToUs(binary, ['--port', String(port), '--db-path', databaseFile])
  return spawn(command, args, { stdio: 'ignore', detached: true, env: { ...process.env, TOKIO_WORKER_THREADS: '1' } })
}

/** Whether it answers; false when it ended instead. */
async function ready(child: ChildProcess, port: number): Promise<boolean> {
  const call = caller(`http://127.0.0.1:${port}`, false)
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; await delay(5)) {
    if (child.exitCode !== null) return false
    const answered = await call('DynamoDB_20120810.ListTables', {}).then(
      () => true,
      () => false,
    )
    if (answered) return true
  }
  child.kill('SIGKILL')
  throw new HostFault('The table emulator did not answer within 15 seconds.')
}

async function ensureTable(call: TableCall, { name, definition }: TableModel): Promise<void> {
  type Described = {
    Table: { GlobalSecondaryIndexes?: { IndexName: string }[]; StreamSpecification?: { StreamEnabled?: boolean } }
  }
  const existing = (await call('DynamoDB_20120810.DescribeTable', { TableName: name }).catch((error: Error) => {
    if (error.name !== 'ResourceNotFoundException') throw error
  })) as Described | undefined
  if (!existing) {
    await call('DynamoDB_20120810.CreateTable', definition)
    return
  }
  const known = new Set(existing.Table.GlobalSecondaryIndexes?.map(index => index.IndexName))
  for (const index of (definition.GlobalSecondaryIndexes ?? []) as { IndexName: string }[]) {
    if (known.has(index.IndexName)) continue
    await call('DynamoDB_20120810.UpdateTable', {
      TableName: name,
      AttributeDefinitions: definition.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [{ Create: index }],
    })
  }
  if (definition.StreamSpecification && !existing.Table.StreamSpecification?.StreamEnabled)
    await call('DynamoDB_20120810.UpdateTable', { TableName: name, StreamSpecification: definition.StreamSpecification })
}

/** The emulator looks up the highest sequence number without an index on every write, and reads a shard without one. */
function indexStream(databaseFile: string): void {
  const database = new DatabaseSync(databaseFile, { timeout: 10_000 })
  database.exec(`
    CREATE INDEX IF NOT EXISTS pactdesk_stream_newest ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
    CREATE INDEX IF NOT EXISTS pactdesk_stream_shard ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER));
  `)
  database.close()
}

/** A port that was free a moment ago: the emulator can't say which one it took. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
