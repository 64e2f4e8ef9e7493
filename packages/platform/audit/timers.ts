import { parkAfter } from '../run/tick.ts'
import { timerKeys } from '../table/keys.ts'
import { type Check, check } from './check.ts'
import type { Table } from './table.ts'

/** Timers stand where the tick finds them, under their own due instant; whatever may have one is looked at. */
export function timerChecks({ items }: Table): Check[] {
  const may = items.filter(item => item.hash !== undefined || item.dueAt !== undefined || item.gsi3pk !== undefined)
  return [
    check('a timer stands under its own due instant', found => {
      for (const { pk, dueAt, gsi3pk, gsi3sk } of may) {
        const keys = typeof dueAt === 'string' ? timerKeys(pk, dueAt) : undefined
        if (keys?.gsi3pk !== gsi3pk || keys?.gsi3sk !== gsi3sk)
          found(`${pk}: due ${dueAt ?? 'never'}, but its timer stands at ${gsi3pk} ${gsi3sk}`)
      }
      return may.length
    }),
    check('no timer is parked', found => {
      const pending = new Set(may.map(item => item.gsi3sk))
      for (const { t, sk, n } of items)
        if (t === 'timer-failure' && (n as number) >= parkAfter && pending.has(sk)) found(`${sk} failed ${n} times and is parked`)
      return may.length
    }),
  ]
}
