#!/usr/bin/env node
/** Entry of the `pactdesk` command. Runs on any Node ≥ 20 and re-executes itself on the locked Node 24. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { lockedNode, root } from '../install/node24.mjs'

const main = join(root, 'dev', 'cli', 'main.ts')
if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(main)
} else {
  const child = spawn(lockedNode(), [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
