import { controlOf } from './connection.ts'
import type { Globals } from './main.ts'

const units: Record<string, string> = { d: 'P{}D', w: 'P{}W', h: 'PT{}H', m: 'PT{}M', s: 'PT{}S' }

/** `+30d` → `P30D`; an ISO duration or an instant stays as it is. */
export function stepOf(target: string): { by: string } | { to: string } {
  const short = /^\+(\d+)([dwhms])$/.exec(target)
  if (short) return { by: units[short[2]!]!.replace('{}', short[1]!) }
  if (target.startsWith('+P')) return { by: target.slice(1) }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(target)) {
    throw new Error(`"${target}" is neither +duration (+30d, +2h) nor an instant with its offset (2026-10-08T10:00+08:00)`)
  }
  return { to: target }
}

export async function clock(globals: Globals, target: string | undefined): Promise<void> {
  const control = controlOf(globals)
  const report = target === undefined ? await control('state') : await control('clock', stepOf(target))
  console.log(globals.json ? JSON.stringify(report) : describe(report as Report))
}

type Report = { businessNow?: string; from?: string; to?: string; steps?: number; stuck?: string[] }

const describe = (report: Report) =>
  report.steps === undefined
    ? `business time is ${report.businessNow}`
    : `business time went from ${report.from} to ${report.to}; timers fired at ${report.steps} instants${report.stuck?.length ? `; stuck: ${report.stuck.join(', ')}` : ''}`
