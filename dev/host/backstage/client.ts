import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { boundToUs } from '../child.ts'
import { HostFault } from '../fault.ts'
import { callsOver } from '../rpc.ts'
import type { BackstageInput } from './backstage.ts'

/** The backstage process as its host sees it. */
export type BackstageClient = {
  /** URL of the event bus. */
  busUrl: string
  drain: () => Promise<void>
  invoke: (name: string, event: string) => Promise<string>
  tick: () => Promise<void>
  setOffset: (businessOffsetMs: number) => Promise<void>
  pauseSchedules: () => Promise<void>
  resumeSchedules: () => Promise<void>
  redrive: () => Promise<number>
  state: () => Promise<{ pending: number; dlq: { queue: string; messages: number }[]; failedRecords: number }>
  stop: () => Promise<void>
}

/** Starts the backstage process and waits until its bus listens. `failed` is called when it dies unasked. */
export async function startBackstage(
  input: BackstageInput,
  log: (line: string) => void,
  failed: (error: Error) => void,
): Promise<BackstageClient> {
  const [command, args] = boundToUs(process.execPath, [join(import.meta.dirname, 'process.ts')])
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const { call, fail } = callsOver({
    send: message => child.send(message as object),
    on: listener =>
      child.on('message', message => {
        const { log: line } = message as { log?: string }
        if (line === undefined) listener(message)
        else log(line)
      }),
  })
  let stopping = false
  child.on('exit', code => {
    const error = new HostFault(`The backstage process ended (exit ${code}). Start again; nothing stored is lost.`)
    fail(error)
    if (!stopping) failed(error)
  })
  const busUrl = (await call('start', input).catch((error: Error) => {
    stopping = true
    child.kill('SIGKILL')
    throw error
  })) as string
  return {
    busUrl,
    drain: () => call('drain') as Promise<void>,
    invoke: (name, event) => call('invoke', name, event) as Promise<string>,
    tick: () => call('tick') as Promise<void>,
    setOffset: offset => call('setOffset', offset) as Promise<void>,
    pauseSchedules: () => call('pauseSchedules') as Promise<void>,
    resumeSchedules: () => call('resumeSchedules') as Promise<void>,
    redrive: () => call('redrive') as Promise<number>,
    state: () => call('state') as ReturnType<BackstageClient['state']>,
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      await call('stop').catch((error: Error) => log(`backstage did not stop cleanly: ${error.message}`))
      child.disconnect()
      await gone
    },
  }
}
