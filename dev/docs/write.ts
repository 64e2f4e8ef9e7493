/** `npm run docs`: writes the pages that are made from the code. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../install/node24.mjs'
import { pages } from './pages.ts'

for (const [name, text] of Object.entries(pages())) writeFileSync(join(root, 'docs', name), text)
