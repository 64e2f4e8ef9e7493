import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newToken } from './token.ts'

describe('an API token', () => {
  it('has the shape the authorizer takes, is never the same, and is named by its SHA-256', async () => {
    const [one, two] = [newToken(), newToken()]
    expect(one.text).toMatch(/^pdk_[\w-]{43}$/)
    expect(one.text).not.toBe(two.text)
    const subject = createHash('sha256').update(one.text).digest('hex')
    expect(await one.identity()).toEqual({ issuer: 'urn:pactdesk:token', subject })
  })
})
