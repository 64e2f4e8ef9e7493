import { expect, test } from 'vitest'
import { byWords } from './match.ts'

const words = new Map([
  ['MINGDE', 'MINGDE 明德口腔 Mingde Dental'],
  ['YUNHE', 'YUNHE 云禾设计 Yunhe Design'],
])
const options = [...words.keys()].map(value => ({ value, label: value, disabled: false }))
const found = (search: string) =>
  byWords(words)({ options, search, limit: 10 }).map(option => ('value' in option ? option.value : ''))

test('in either language, by any part', () => {
  expect(found('明德')).toEqual(['MINGDE'])
  expect(found('yun')).toEqual(['YUNHE'])
  expect(found(' DE')).toEqual(['MINGDE', 'YUNHE'])
})
test('nothing typed leaves all, what matches nothing leaves none', () => {
  expect(found('')).toHaveLength(2)
  expect(found('x')).toEqual([])
})
