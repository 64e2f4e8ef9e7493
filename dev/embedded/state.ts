import type { DatabaseSync } from 'node:sqlite'

/**
 * Runs `work` so that all its writes happen or none. Takes the write lock first (another process of the host writes too, and a
 * transaction that read before it writes could no longer get it), or a savepoint inside a transaction under way.
 * `work` must not await: the connection is shared.
 */
export function atomically<T>(state: DatabaseSync, work: () => T): T {
  const [begin, commit, rollback] = state.isTransaction
    ? ['SAVEPOINT embedded', 'RELEASE embedded', 'ROLLBACK TO embedded; RELEASE embedded']
    : ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK']
  state.exec(begin)
  try {
    const result = work()
    state.exec(commit)
    return result
  } catch (error) {
    state.exec(rollback)
    throw error
  }
}
