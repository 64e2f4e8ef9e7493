import { readdirSync, readFileSync } from 'node:fs'

/** Processes by number with their parent and their start in clock ticks, which tells a number used again from the first use. */
type Running = { pid: number; parent: number; started: string; dead: boolean }

/** All processes below this one, as the kernel lists them now. */
export function descendantsOf(pid: number): Running[] {
  const all = readdirSync('/proc').flatMap(name => (/^\d+$/.test(name) ? (processOf(Number(name)) ?? []) : []))
  const below = (parent: number): Running[] => all.flatMap(each => (each.parent === parent ? [each, ...below(each.pid)] : []))
  return below(pid)
}

/** Whether the process still does anything: one that nobody has waited for yet is dead too. */
export function isAlive({ pid, started }: Running): boolean {
  const now = processOf(pid)
  return now !== undefined && now.started === started && !now.dead
}

/** From `/proc/<pid>/stat`; the name in brackets may hold blanks and brackets. Undefined when there is no such process. */
function processOf(pid: number): Running | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state = '', parent = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { pid, parent: Number(parent), started: rest[17] ?? '', dead: state === 'Z' || state === 'X' }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}
