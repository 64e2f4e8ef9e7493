import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineEvent } from '@pactdesk/domain/kernel/event'
import { aggregates } from '@pactdesk/platform/registry'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { eventSchemas, type Schema, schemaFile, schemaFolder, textOf } from '../../dev/docs/event-schemas.ts'
import { compareRecords } from '../../dev/docs/records.ts'
import { root } from '../../dev/install/node24.mjs'

const declared = eventSchemas()

describe('schemas of events', () => {
  test('are all there: one for each event type of each aggregate, and the envelope', () => {
    const types = aggregates.flatMap(({ events }) => Object.values(events).map(({ type }) => type))
    expect([...declared.keys()]).toEqual(['envelope', ...types])
    expect(new Set(types).size).toBe(types.length)
    expect(types.length).toBeGreaterThan(90)
  })

  test('never leave a written event unreadable: such a change is a new version of the event, beside the old one', () => {
    expect(compareRecords().broken).toEqual([])
  })

  test('stand on record as they are; `npm run docs` records what was added', () => {
    expect(compareRecords().unrecorded).toEqual([])
  })

  test.each([...declared])('%s is written as `npm run docs` writes it', (type, schema) => {
    expect(readFileSync(join(root, schemaFolder, schemaFile(type)), 'utf8')).toBe(textOf(schema))
  })
})

describe('a changed event', () => {
  const schemaOf = (schema: z.ZodType): Map<string, Schema> => {
    const happened = defineEvent('test', 'happened', 1, 'staff', schema)
    return eventSchemas([{ ...aggregates[0]!, events: { happened } }])
  }
  const old = z.object({ id: z.string(), kind: z.enum(['a', 'b']) })

  test('that says more is only unrecorded', () => {
    const now = schemaOf(old.extend({ note: z.string().optional() }))
    expect(compareRecords(now, schemaOf(old))).toEqual({ unrecorded: ['test.happened.v1'], broken: [] })
  })

  test('that is narrower, or gone, breaks history', () => {
    const now = schemaOf(old.extend({ kind: z.enum(['a']) }))
    expect(compareRecords(now, schemaOf(old)).broken).toEqual(['test.happened.v1 /kind: "b" is gone'])
    expect(compareRecords(new Map(), schemaOf(old)).broken).toContain('test.happened.v1 is no longer declared')
  })
})
