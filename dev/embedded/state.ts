import type { DatabaseSync } from 'node:sqlite'

/**
 * Runs `work` so that all its writes happen or none. A savepoint, so that it also works inside a transaction of the host.
 * `work` must not await: the connection is shared.
 */
export function atomically<T>(state: DatabaseSync, work: () => T): T {
  state.exec('SAVEPOINT embedded')
  try {
    const result = work()
    state.exec('RELEASE embedded')
    return result
  } catch (error) {
    state.exec('ROLLBACK TO embedded; RELEASE embedded')
    throw error
  }
}
