import { expect, test } from 'vitest'
import { initialsOf, tintOf } from './initials.ts'

test.each([
  ['Zhao Qian', 'ZQ'],
  ['王珊', '王'],
  ['Wang Shan 王珊', 'W'],
  ['Cher', 'C'],
  ['  ', '?'],
])('%s is shown as %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

test('a name keeps its tint', () => expect(tintOf('李伟')).toEqual(tintOf('李伟')))
