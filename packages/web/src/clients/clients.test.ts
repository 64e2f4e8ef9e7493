import { WorkingHours } from '@pactdesk/domain/tenancy/site/hours'
import { expect, test } from 'vitest'
import { usualHours } from '../contracts/draft/hours.ts'
import { shownHours, statedHours } from './site-hours.ts'
import { keyFrom, markFrom, siteIdFrom } from './suggest.ts'

test('a key is suggested from the English name', () => {
  expect(keyFrom('Lanhai Trading')).toBe('LANHAI')
  expect(keyFrom('3M China')).toBe('M')
  expect(keyFrom('')).toBe('')
})
test('a mark is one character, also of a rare Han character', () => {
  expect(markFrom('蓝海贸易')).toBe('蓝')
  expect(markFrom('𠮷野家')).toBe('𠮷')
})
test('the first site is HQ, later ones are named and never twice', () => {
  expect(siteIdFrom('Head office', [])).toBe('HQ')
  expect(siteIdFrom('Minhang warehouse', ['HQ'])).toBe('MINHANG')
  expect(siteIdFrom('Minhang', ['HQ', 'MINHANG'])).toBe('MINHANG-2')
})
test('hours of a site come back as they were stated', () => {
  const stated = WorkingHours.parse({
    days: ['mon', 'sat'],
    from: '08:30',
    to: '17:30',
    lunchBreak: { from: '12:00', to: '13:00' },
    holidays: 'none',
  })
  expect(statedHours(shownHours(stated, 'Asia/Shanghai'))).toEqual(stated)
  expect(statedHours(usualHours('Asia/Shanghai'))).toBeUndefined()
})
