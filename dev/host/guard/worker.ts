/** Entry of the guard's thread: never the host's main thread, so that judging and forwarding don't wait for the HTTP front. */
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { forwarder } from './forward.ts'
import type { GuardInput } from './guard.ts'
import { createGuardServer } from './server.ts'
import { Sessions } from './sessions.ts'

const { roles, table, hostKey, endpoint, embedded } = workerData as GuardInput
const server = createGuardServer({ sessions: new Sessions(hostKey, roles), roles, table, forward: forwarder(endpoint, embedded) })
server.listen(0, '127.0.0.1', () => parentPort!.postMessage({ port: (server.address() as AddressInfo).port }))
