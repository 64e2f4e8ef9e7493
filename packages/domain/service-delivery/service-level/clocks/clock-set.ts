import * as z from 'zod'
import { Instant } from '../../../kernel/time.ts'
import { Promised } from '../target.ts'
import { Clock, ClockEntry, isCounted, Opinion } from './clock.ts'

/** A clock that starts at closing time if nobody has arrived by then. `at` is closing time. */
export const PlannedJoin = Clock.omit({ log: true, joinedAtClosing: true }).extend({ at: Instant }).meta({ id: 'PlannedJoin' })
export type PlannedJoin = z.infer<typeof PlannedJoin>

/** When a ticket waited and for whom, whether or not a clock stopped for it, and what was struck: a clock started later learns of it from here. */
export const Wait = ClockEntry.extend({ do: z.enum(['pause', 'resume', 'strike']) }).meta({ id: 'Wait' })
export type Wait = z.infer<typeof Wait>

/** All clocks of one ticket, kept inside it: a few hundred bytes a clock. */
export const ClockSet = z
  .object({
    /** Number of the next clock; never used twice. */
    next: z.int().min(1),
    clocks: z.array(Clock),
    joins: z.array(PlannedJoin),
    waits: z.array(Wait),
  })
  .meta({ id: 'ClockSet' })
export type ClockSet = z.infer<typeof ClockSet>

export const noClocks: ClockSet = { next: 1, clocks: [], joins: [], waits: [] }

/** What a decision changes; the ticket's events carry these, and folding them gives the stored clocks. */
export const ClockChange = z
  .discriminatedUnion('change', [
    z.object({ change: z.literal('started'), clock: Clock }),
    z.object({ change: z.literal('logged'), clock: z.string(), entry: ClockEntry }),
    z.object({ change: z.literal('opinion'), clock: z.string(), opinion: Opinion }),
    z.object({ change: z.literal('join-planned'), join: PlannedJoin }),
    z.object({ change: z.literal('join-dropped'), join: z.string(), reason: z.string() }),
    z.object({ change: z.literal('wait'), wait: Wait }),
  ])
  .meta({ id: 'ClockChange' })
export type ClockChange = z.infer<typeof ClockChange>

/** A decision: the clocks as they are then, and the changes that make them so. */
export type ClockDecision = { clocks: ClockSet; changes: ClockChange[] }

export const evolveClocks = (set: ClockSet, changes: readonly ClockChange[]): ClockSet => changes.reduce(evolveOne, set)

function evolveOne(set: ClockSet, change: ClockChange): ClockSet {
  const edited = (id: string, edit: (clock: Clock) => Clock) => ({
    ...set,
    clocks: set.clocks.map(clock => (clock.id === id ? edit(clock) : clock)),
  })
  const without = (id: string) => set.joins.filter(join => join.id !== id)
  const after = (id: string) => Math.max(set.next, Number(id.slice(1)) + 1)
  switch (change.change) {
    case 'started': {
      const { clock } = change
      return { ...set, next: after(clock.id), clocks: [...set.clocks, clock].sort(inReadingOrder), joins: without(clock.id) }
    }
    case 'logged':
      return edited(change.clock, clock => ({ ...clock, log: [...clock.log, change.entry] }))
    case 'opinion':
      return edited(change.clock, clock => ({ ...clock, opinion: change.opinion }))
    case 'join-planned':
      return { ...set, next: after(change.join.id), joins: [...set.joins, change.join] }
    case 'join-dropped':
      return { ...set, joins: without(change.join) }
    case 'wait':
      return { ...set, waits: [...set.waits, change.wait] }
  }
}

/** Promises as people read them, cycle by cycle, in the order in which they were planned. */
const inReadingOrder = (a: Clock, b: Clock): number => readingOrder(a) - readingOrder(b)
const readingOrder = ({ promise, cycle, id }: Clock): number =>
  Promised.options.indexOf(promise) * 1e9 + cycle * 1e5 + Number(id.slice(1))

/** Clocks that count, in reading order; cancelled and excluded ones left out. */
export const countedClocks = (set: ClockSet): Clock[] => set.clocks.filter(isCounted)

/** Collects changes while a decision reads their effect. */
export function deciding(start: ClockSet) {
  const changes: ClockChange[] = []
  let set = start
  return {
    set: () => set,
    add(change: ClockChange) {
      changes.push(change)
      set = evolveOne(set, change)
    },
    done: (): ClockDecision => ({ clocks: set, changes }),
  }
}
export type Deciding = ReturnType<typeof deciding>
