/** Entry of the backstage process: ends with its host, however that ends, and runs below its priority. */
import { setPriority } from 'node:os'
import { answerCalls } from '../rpc.ts'
import { Backstage, type BackstageInput } from './backstage.ts'

/** Below the HTTP front, which a person waits for. */
const niceness = 10

const log = (line: string) => process.send?.({ log: line })
let backstage: Backstage | undefined

setPriority(niceness)
process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => log(`backstage leaves ${signal} to its host`))
answerCalls(
  { send: message => process.send!(message), on: listener => process.on('message', listener) },
  {
    start: (input: BackstageInput) => {
      backstage = new Backstage(input, log)
      return backstage.start()
    },
    drain: () => backstage!.drain(),
    invoke: (name: string, event: string) => backstage!.invoke(name, event),
    tick: () => backstage!.tick(),
    setOffset: (offset: number) => backstage!.setOffset(offset),
    pauseSchedules: () => backstage!.pauseSchedules(),
    resumeSchedules: () => backstage!.resumeSchedules(),
    redrive: () => backstage!.redrive(),
    state: () => ({ pending: backstage!.pending(), dlq: backstage!.deadLetters(), failedRecords: backstage!.failedRecords() }),
    stop: () => backstage?.stop(),
  },
)
