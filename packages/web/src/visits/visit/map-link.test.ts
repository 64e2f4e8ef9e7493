import { expect, test } from 'vitest'
import { mapLink } from './map-link.ts'

test('an address opens the map that the phone has', () => {
  expect(mapLink('漕溪北路 88 号', 'Mozilla/5.0 (Linux; Android 15)')).toBe(`geo:0,0?q=${encodeURIComponent('漕溪北路 88 号')}`)
  expect(mapLink('Main St 1', 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)')).toBe('https://maps.apple.com/?q=Main%20St%201')
})
