import { describe, expect, it } from 'vitest'
import { compose, words } from './words.ts'

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(found => found[1]).sort()

describe('mails', () => {
  it('say the same in both languages: every value stands in both', () => {
    for (const [notice, { zh, en }] of Object.entries(words)) {
      expect(names(zh[0]), notice).toEqual(names(en[0]))
      expect(names(zh[1]), notice).toEqual(names(en[1]))
    }
  })

  it('a value cannot add a line', () => {
    const { subject, text } = compose('receipt', {
      number: 'LANHAI-1',
      subject: 'x\r\nBcc: y@example.com',
      name: 'Lin',
      link: 'l',
    })
    expect(subject).not.toMatch(/[\r\n]/)
    expect(text.split('\n').filter(line => line.startsWith('Bcc'))).toEqual([])
  })
})
