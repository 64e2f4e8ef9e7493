import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { TableModel } from '../template/model.ts'
import type { RoleModel } from '../template/roles.ts'
import { assertJudgeable } from './policy.ts'

export type GuardInput = {
  roles: ReadonlyMap<string, RoleModel>
  table: TableModel
  /** Secret of this host under which sessions are signed. */
  hostKey: string
  /** Where allowed requests go. */
  endpoint: string
  /** The endpoint is our own emulator: raw sockets. */
  embedded: boolean
}

export type Guard = {
  /** Endpoint of STS and DynamoDB for the functions. */
  url: string
  stop: () => Promise<void>
}

/** Starts STS and the DynamoDB guard in a thread of their own. Throws `HostFault` for policies that can't be judged. */
export async function startGuard(input: GuardInput, failed: (error: Error) => void): Promise<Guard> {
  for (const role of input.roles.values()) {
    assertJudgeable(role.name, role.statements)
    assertJudgeable(`${role.name} (trust)`, role.trust)
  }
  const worker = new Worker(join(import.meta.dirname, 'worker.ts'), { workerData: input, execArgv: [], env: {} })
  const [{ port }] = (await once(worker, 'message')) as [{ port: number }]
  worker.on('error', failed)
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await worker.terminate()
    },
  }
}
