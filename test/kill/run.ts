import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answers, collect } from '../../dev/scenario/answers.ts'
import { figures } from '../../dev/scenario/figures/index.ts'
import { type Actual, readFigures } from '../../dev/scenario/read.ts'
import { type Failure, live } from '../../dev/scenario/timeline.ts'
import type { World } from '../../dev/scenario/world.ts'
import { startedAt, steps, worldOf } from '../story/story.ts'
import { readTraces, type Traces } from './effects.ts'
import { freePort, HostProcess } from './host-process.ts'
import { type Kill, Killer } from './killer.ts'
import type { Moment } from './moments.ts'
import { Sender, type Timed } from './sender.ts'
import { stageOf } from './stage.ts'

/** A story that was lived through on a host in a process of its own, which still runs. */
export type Run = {
  host: HostProcess
  sender: Sender
  /** Every answered request of the story. */
  course: readonly Timed[]
  kills: readonly Kill[]
  /** Steps that were refused. */
  failures: readonly Failure[]
  /** Every figure of the month as the API says it in the end. */
  says: unknown
  /** As the story left them, before anything was asked again. */
  traces: Traces
  end: () => Promise<number | null>
}

/**
 * Lives through the story on a host that is killed at these moments. `end` stops it and removes what it kept. `compiled`: a folder
 * where Node may keep what it made of the sources.
 */
export async function liveThrough(moments: readonly Moment[], compiled: string): Promise<Run> {
  const data = mkdtempSync(join(tmpdir(), 'pactdesk-kill-'))
  const host = new HostProcess(data, await freePort(), compiled)
  const end = async () => {
    const code = await host.stop()
    rmSync(data, { recursive: true, force: true })
    return code
  }
  try {
    await host.start(startedAt)
    const killer = new Killer(host, moments)
    const sender = new Sender(host, killer)
    const world = worldOf(await stageOf(host, sender))
    const told = steps.map(({ at, what, run }) => ({ at, what, run: (lived: World) => run(sender.at(what, lived)) }))
    const failures = await live(world, told)
    await killer.finished()
    const course = [...sender.course]
    const says = await figuresOf(world)
    return { host, sender, course, kills: killer.kills, failures, says, traces: readTraces(data), end }
  } catch (error) {
    await end()
    throw error
  }
}

async function figuresOf(world: World): Promise<unknown> {
  const answers: Answers = new Map()
  for (const mark of ['issued', 'end'] as const) await collect(world, mark, answers)
  return spoken(readFigures(figures, { answers, names: world.names }))
}

/** The figures without the requests they were read from, which name ids. */
function spoken(actual: Actual): unknown {
  if (actual.is === 'figure') return actual.error === undefined ? actual.value : 'refused'
  if (actual.is === 'list') return actual.items.map(spoken)
  return Object.fromEntries(Object.entries(actual.fields).map(([name, field]) => [name, spoken(field)]))
}
