import type { HostProcess } from './host-process.ts'
import type { Killer } from './killer.ts'

/** A request of the story. */
export type Sent = {
  /** Its number in the story, from 1. */
  at: number
  step: string
  method: string
  path: string
  /** Idempotency-Key of a command. */
  key?: string
}
/** With how long its answer took, in ms. */
export type Timed = Sent & { tookMs: number }
/** A command that was answered: what was sent, and what was said. */
export type Acknowledged = Sent & { url: string; init: RequestInit; answer: unknown }

/**
 * Sends the story's requests one after another, as a client that never gives up: when the connection is lost because the host was
 * killed, it waits until the host is up again and sends the same request once more, under the same Idempotency-Key.
 */
export class Sender {
  /** Every answered request, in order. */
  readonly course: Timed[] = []
  readonly acknowledged: Acknowledged[] = []
  /** Business time the host told last, less the wall clock, in ms. */
  businessOffsetMs = 0
  readonly #host: HostProcess
  readonly #killer: Killer
  #count = 0
  #step = ''

  constructor(host: HostProcess, killer: Killer) {
    this.#host = host
    this.#killer = killer
  }

  readonly fetch: typeof fetch = async (input, init = {}) => {
    const sent = this.note(String(input), init)
    for (;;) {
      const answer = await this.attempt(sent, String(input), init)
      if (answer) return answer
    }
  }

  /** Says what the story is at from here on. */
  at<T>(step: string, world: T): T {
    this.#step = step
    return world
  }

  /** Gives a request its number in the story; it keeps it when it is sent again. */
  note(url: string, init: RequestInit = {}): Sent {
    const key = new Headers(init.headers).get('idempotency-key')
    const { pathname: path } = new URL(url)
    return { at: ++this.#count, step: this.#step, method: init.method ?? 'GET', path, ...(key && { key }) }
  }

  /** Sends once; undefined when a kill cut it off, after the host has come back. */
  async attempt(sent: Sent, url: string, init: RequestInit = {}): Promise<Response | undefined> {
    await this.#killer.up
    const { lives } = this.#host
    this.#killer.sends(sent)
    const began = performance.now()
    let answer: Response
    try {
      answer = await whole(await fetch(url, this.#signed(init)))
    } catch (error) {
      if (!this.#killer.struckSince(lives)) throw error
      return undefined
    }
    this.course.push({ ...sent, tookMs: performance.now() - began })
    const now = answer.headers.get('x-pactdesk-business-now')
    if (now) this.businessOffsetMs = Date.parse(now) - Date.now()
    if (sent.key && answer.ok) this.acknowledged.push({ ...sent, url, init, answer: await answer.clone().json() })
    await this.#killer.answered(sent)
    return answer
  }

  /** The door of the command line opens by another secret in each life of the host. */
  #signed(init: RequestInit): RequestInit {
    const headers = new Headers(init.headers)
    if (headers.has('x-pactdesk-secret')) headers.set('x-pactdesk-secret', this.#host.secret)
    return { ...init, headers }
  }
}

/** The answer once its body has arrived whole. */
async function whole(response: Response): Promise<Response> {
  const { status, headers } = response
  const body = await response.arrayBuffer()
  return new Response(body.byteLength > 0 ? body : null, { status, headers })
}
