import { expect, test } from 'vitest'
import { Intention } from './intention.ts'

const counting = () => {
  let n = 0
  return new Intention(() => `key-${++n}`)
}

test('a retry with the same input keeps its key', () => {
  const intention = counting()
  expect(intention.keyFor({ amount: 5 })).toBe('key-1')
  expect(intention.keyFor({ amount: 5 })).toBe('key-1')
})

test('other input is another intention', () => {
  const intention = counting()
  intention.keyFor({ amount: 5 })
  expect(intention.keyFor({ amount: 6 })).toBe('key-2')
})

test('the same thing done again after success is meant again', () => {
  const intention = counting()
  intention.keyFor({ text: 'hello' })
  intention.settle()
  expect(intention.keyFor({ text: 'hello' })).toBe('key-2')
})
