import { setTimeout as delay } from 'node:timers/promises'
import type { StoredItem } from '@pactdesk/platform/audit/check'
import { canonical } from '@pactdesk/platform/run/canonical'
import type { HostProcess } from './host-process.ts'
import { readLeft } from './left.ts'
import { type Moment, quota } from './moments.ts'
import { type Operation, operationOf, operationOfCommand, type Phase, phaseOf } from './phase.ts'
import type { Sent } from './sender.ts'

/** One `kill -9`, and what the data folder said afterwards. */
export type Kill = {
  step: string
  /** The request that was cut off, or the one that had just been answered. */
  request: string
  phase: Phase
  operation: Operation
  children: number
  survivors: number[]
  /** Nothing listens at the host's port any more. */
  silent: boolean
  /** Events that were in the table. */
  events: ReadonlySet<string>
}

/** Kills the host at the moments given, one after another, reads what is left, and starts it again. */
export class Killer {
  readonly kills: Kill[] = []
  /** Pending while the host is down. */
  up: Promise<void> = Promise.resolve()
  readonly #host: HostProcess
  readonly #moments: Map<number, Moment>
  /** False in an undisturbed run. */
  readonly #kills: boolean
  readonly #armed: Promise<void>[] = []
  #last: Sent | undefined
  #open = false
  #down = false

  constructor(host: HostProcess, moments: readonly Moment[]) {
    this.#host = host
    this.#moments = new Map(moments.map(moment => [moment.request, moment]))
    this.#kills = moments.length > 0
  }

  /** Called as a request leaves. */
  sends(sent: Sent): void {
    this.#last = sent
    this.#open = true
    const moment = this.#moments.get(sent.at)
    if (moment?.when !== 'within') return
    this.#moments.delete(sent.at)
    this.#armed.push(delay(moment.ms).then(() => this.#strike()))
  }

  /** Called as soon as a request is answered. */
  async answered(sent: Sent): Promise<void> {
    this.#open = false
    const planned = this.#moments.get(sent.at)?.when === 'answered'
    if (planned) this.#moments.delete(sent.at)
    if (planned || this.#isBehind(sent)) await this.#strike()
  }

  /** Whether luck leaves a quota unmet that the moments to come may not meet: then the command just answered is one more. */
  #isBehind(sent: Sent): boolean {
    if (!this.#kills || sent.key === undefined) return false
    const had = (is: (kill: Kill) => boolean) => this.kills.filter(is).length
    const toCome = [...this.#moments.values()].filter(({ when }) => when === 'answered').length
    const between = had(({ phase }) => phase === 'between commit and relay') + toCome < quota.betweenCommitAndRelay
    const inside = operationOfCommand(sent) === 'close' && had(({ operation }) => operation !== 'other') < quota.inside
    return between || inside
  }

  /** Whether a connection made in that life of the host was lost to a kill. */
  struckSince(life: number): boolean {
    return this.#down || this.#host.lives > life
  }

  /** Resolves when every moment that was met is over and the host is up. */
  async finished(): Promise<void> {
    await Promise.all(this.#armed)
    await this.up
  }

  #strike(): Promise<void> {
    this.up = this.up.then(() => this.#kill())
    return this.up
  }

  async #kill(): Promise<void> {
    const sent = this.#last!
    const cutOff = this.#open ? sent : undefined
    this.#down = true
    const { children, survivors } = await this.#host.kill()
    const silent = await fetch(this.#host.url).then(
      () => false,
      () => true,
    )
    const left = readLeft(this.#host.data)
    const phase = phaseOf(left, cutOff)
    this.kills.push({
      step: sent.step,
      request: `${cutOff ? 'during' : 'after'} ${sent.method} ${sent.path}`,
      phase,
      operation: operationOf(left, sent, phase),
      children,
      survivors,
      silent,
      events: eventsIn(left.items),
    })
    await this.#host.start()
    this.#down = false
  }
}

/** Every event with its place and its words. */
export const eventsIn = (items: readonly StoredItem[]): Set<string> =>
  new Set(items.flatMap(({ t, pk, sk, data }) => (t === 'event' ? [`${pk} ${sk} ${canonical(data)}`] : [])))
