import { type Operation, operationOfCommand } from './phase.ts'
import type { Timed } from './sender.ts'

/** When to kill: so many ms after a request was sent, answered or not by then, or at the instant its answer arrived. */
export type Moment = { request: number; when: 'within' | 'answered'; ms: number }

/** Kills of one run, and how many of them at least must come between commit and relay, and inside signing, import or close. */
export const quota = { kills: 20, betweenCommitAndRelay: 5, inside: 5 }

/** Steps of the story in which a long operation goes on. */
const longSteps: [Exclude<Operation, 'other'>, string[]][] = [
  ['sign', ['signatures']],
  ['import', ['import']],
  ['close', ['close of the month', 'bill of the extras']],
]

/**
 * Random moments in the course of an undisturbed run, the same for the same seed. So that no phase is left to luck: some at the
 * very answer of a command, when its events have hardly left the table, some while one is worked on, both also in each of the long
 * operations; the others fall anywhere, by time.
 */
export function planMoments(seed: number, course: readonly Timed[]): Moment[] {
  const random = randomFrom(seed)
  const free = new Set(course)
  const draw = (from: readonly Timed[], weight: (one: Timed) => number): Timed => {
    const left = from.filter(one => free.has(one))
    let at = random() * left.reduce((sum, one) => sum + weight(one), 0)
    const drawn = left.find(one => {
      at -= weight(one)
      return at < 0
    })
    if (!drawn) throw new Error('the story has too few requests for so many kills')
    free.delete(drawn)
    return drawn
  }
  const answered = (from: readonly Timed[]): Moment => ({ request: draw(from, () => 1).at, when: 'answered', ms: 0 })
  const within = (from: readonly Timed[], weight: (one: Timed) => number): Moment => {
    const { at, tookMs } = draw(from, weight)
    return { request: at, when: 'within', ms: Math.floor(random() * tookMs) }
  }
  const evenly = () => 1
  const byTime = ({ tookMs }: Timed) => tookMs
  const commands = course.filter(({ key }) => key !== undefined)
  const long = longSteps.map(([operation, steps]) => {
    const own = commands.filter(sent => steps.includes(sent.step) && operationOfCommand(sent) === operation)
    return { begun: own.slice(0, -1), whole: course.filter(({ step, method }) => steps.includes(step) && method === 'POST') }
  })
  const forced = [
    ...long.flatMap(({ begun, whole }) => [answered(begun), within(whole, byTime)]),
    ...Array.from({ length: 5 }, () => answered(commands)),
    ...Array.from({ length: 3 }, () => within(commands, evenly)),
  ]
  const anywhere = Array.from({ length: quota.kills - forced.length }, () => within(course, byTime))
  return [...forced, ...anywhere].sort((a, b) => a.request - b.request)
}

/** mulberry32: numbers from 0 to 1 that follow from the seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
