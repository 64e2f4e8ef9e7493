import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { HostFault } from './fault.ts'

/**
 * Locks a data folder for one host. The kernel drops the lock when the process dies, however it dies, so there is no stale
 * lock to clean up. Throws `HostFault` when another host holds it. Returns the release.
 */
export function lockDataFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new HostFault(`Another Pactdesk is running on ${folder}. Stop it, or choose another folder with --data.`, { cause })
  }
  return () => lock.close()
}
