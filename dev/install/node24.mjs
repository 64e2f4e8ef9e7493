/**
 * Finds the locked Node 24 that npm installed as an optional dependency and makes sure
 * `node_modules/.bin/node` points at it. npm 10 drops that link when it removes the other
 * processor's package (npm/cli#4362). Runs on Node 20 as well: plain JavaScript only.
 */
import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** @returns {string} absolute path of the locked Node binary. Throws when this processor has none. */
export function lockedNode() {
  const binary = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')
  if (!existsSync(binary)) {
    throw new Error(
      `Pactdesk needs Node 24 for linux-${process.arch}; npm did not install ${binary}. Run "npm ci" without --omit=optional.`,
    )
  }
  return binary
}

export function restoreNodeLink() {
  const link = join(root, 'node_modules', '.bin', 'node')
  const target = join('..', `node-linux-${process.arch}`, 'bin', 'node')
  lockedNode()
  if (lstatSync(link, { throwIfNoEntry: false })) {
    if (existsSync(link)) return
    rmSync(link)
  }
  mkdirSync(dirname(link), { recursive: true })
  symlinkSync(target, link)
}
