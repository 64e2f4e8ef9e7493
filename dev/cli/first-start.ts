import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from '../host/data-folder.ts'
import { lockDataFolder } from '../host/lock.ts'

/** Written when a first start is over. */
const over = 'started.json'
/** Lies in the folder while the demo is told. */
const telling = 'demo-begun.json'
/** What a start makes in its folder, and what may be taken away again. */
const made = ['table.db', 'state.db']
  .flatMap(name => [name, `${name}-wal`, `${name}-shm`])
  .concat('files', 'local.json', 'host.log')

/** Whether no start in this folder has ever come to its end. */
export const isFirstStart = (data: string): boolean => !existsSync(join(data, over))

export function firstStartIsOver(data: string, demo: boolean): void {
  writeFileSync(join(data, over), JSON.stringify({ at: new Date().toISOString(), demo }))
  rmSync(join(data, telling), { force: true })
}

/** Notes before the first start that the demo will be told in it. */
export function beginDemo(data: string): void {
  makeDataFolder(data)
  writeFileSync(join(data, telling), JSON.stringify({ at: new Date().toISOString() }))
}

/**
 * Business time only moves forward, so a demo that was cut off half told can't go on; nobody's own work is in it, and it is taken
 * away. Answers whether there was one. Throws `HostFault` when a host is telling it right now.
 */
export function clearHalfToldDemo(data: string): boolean {
  if (!existsSync(join(data, telling)) || !existsSync(join(data, 'table.db'))) return false
  const release = lockDataFolder(data)
  for (const name of [...made, telling]) rmSync(join(data, name), { recursive: true, force: true })
  release()
  return true
}
