import { addDays } from '@pactdesk/domain/kernel/time'
import { expect, test } from 'vitest'
import { pastStretch } from './months.ts'

test('half a year up to yesterday', () => expect(pastStretch('2026-11-25', 0)).toEqual({ from: '2026-05-25', to: '2026-11-24' }))
test.each(['2026-08-31', '2026-11-30', '2028-02-29'])('stretches of %s meet without gap or overlap', today => {
  for (const n of [0, 1, 2]) expect(addDays(pastStretch(today, n + 1).to, 1)).toBe(pastStretch(today, n).from)
})
