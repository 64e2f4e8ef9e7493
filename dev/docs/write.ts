/**
 * `npm run docs`: writes the pages that are made from the code, and records the schema of every event type. Refuses to record what
 * would leave written events unreadable: such a change is a new version of the event. Exit 1 then.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../install/node24.mjs'
import { eventSchemas, schemaFile, schemaFolder, textOf } from './event-schemas.ts'
import { pages } from './pages.ts'
import { compareRecords } from './records.ts'

for (const [name, text] of Object.entries(pages())) writeFileSync(join(root, 'docs', name), text)

const { broken } = compareRecords()
const narrowed = new Set(broken.map(each => each.split(' ')[0]))
mkdirSync(join(root, schemaFolder), { recursive: true })
for (const [type, schema] of eventSchemas())
  if (!narrowed.has(type)) writeFileSync(join(root, schemaFolder, schemaFile(type)), textOf(schema))
if (broken.length > 0) {
  const advice = 'Declare a new version (defineEvent with version n + 1) beside the old one, and let evolve know both.'
  console.error(['Written events could no longer be read:', ...broken.map(each => `  ${each}`), advice].join('\n'))
  process.exitCode = 1
}
