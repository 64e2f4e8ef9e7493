import { HostFault } from './fault.ts'

/** One end of a message channel between two processes. */
export type Channel = {
  send: (message: unknown) => void
  on: (listener: (message: unknown) => void) => void
}
type Call = { call: number; method: string; args: unknown[] }
type Return = { return: number; value?: unknown; error?: { name: string; message: string } }
type Handlers = Record<string, (...args: never[]) => unknown>

/** Answers calls that come in over the channel with these handlers; errors travel by name and message. */
export function answerCalls(channel: Channel, handlers: Handlers): void {
  channel.on(message => {
    const { call, method, args } = message as Call
    const handler = handlers[method]
    if (call === undefined || !handler) return
    new Promise(resolve => resolve(handler(...(args as never[])))).then(
      value => channel.send({ return: call, value } satisfies Return),
      (error: Error) => channel.send({ return: call, error: { name: error.name, message: error.message } } satisfies Return),
    )
  })
}

/** Calls the handlers at the other end. `fail` rejects everything under way when that end is gone. */
export function callsOver(channel: Channel): {
  call: (method: string, ...args: unknown[]) => Promise<unknown>
  fail: (error: Error) => void
} {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let count = 0
  let gone: Error | undefined
  channel.on(message => {
    const { return: id, value, error } = message as Return
    const pending = waiting.get(id)
    if (!pending) return
    waiting.delete(id)
    if (error) pending.reject(revived(error))
    else pending.resolve(value)
  })
  return {
    call: (method, ...args) =>
      new Promise((resolve, reject) => {
        if (gone) return reject(gone)
        const call = ++count
        waiting.set(call, { resolve, reject })
        channel.send({ call, method, args } satisfies Call)
      }),
    fail: error => {
      gone = error
      for (const pending of waiting.values()) pending.reject(error)
      waiting.clear()
    },
  }
}

const revived = ({ name, message }: { name: string; message: string }): Error =>
  name === 'HostFault' ? new HostFault(message) : Object.assign(new Error(message), { name })
