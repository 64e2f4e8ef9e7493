import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../install/node24.mjs'
import { breaks } from './compatible.ts'
import { eventSchemas, type Schema, schemaFile, schemaFolder } from './event-schemas.ts'

/** What stands on record against what the code says. */
export type Records = {
  /** Event types whose record differs from the code, or is missing, though nothing breaks: `npm run docs` records them. */
  unrecorded: string[]
  /** What history could no longer be read for: `type /path: what became of it`. */
  broken: string[]
}

const suffix = schemaFile('')

/** Compares the declared event types with the recorded ones. An event that was ever written can neither go nor become narrower. */
export function compareRecords(declared = eventSchemas(), recorded = readRecords()): Records {
  const unrecorded = [...declared].flatMap(([type, schema]) =>
    JSON.stringify(recorded.get(type)) === JSON.stringify(schema) ? [] : [type],
  )
  const broken = [...recorded].flatMap(([type, schema]) => {
    const current = declared.get(type)
    return current ? breaks(schema, current).map(each => `${type} ${each}`) : [`${type} is no longer declared`]
  })
  return { unrecorded, broken }
}

function readRecords(): Map<string, Schema> {
  const folder = join(root, schemaFolder)
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith(suffix)) : []
  return new Map(
    names.map(name => [name.slice(0, -suffix.length), JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema]),
  )
}
