import { DatabaseSync } from 'node:sqlite'

/** Rows taken away a round: the emulator waits for the lock meanwhile. */
const perRound = 400
const everyMs = 250

/**
 * The emulator never trims its stream, and numbers the next record from the highest one kept. Takes away what lies below the
 * lowest checkpoint of all mappings, so the newest record always stays; a round that fails is reported and made up by the
 * next. Returns the way to stop.
 */
export function startPruning(
  databaseFile: string,
  state: DatabaseSync,
  tableName: string,
  mappings: string[],
  failed: (error: Error) => void,
): () => void {
  const table = new DatabaseSync(databaseFile, { timeout: 5_000 })
  const remove = table.prepare(
    `DELETE FROM _stream_records WHERE id IN (
       SELECT id FROM _stream_records WHERE table_name = ? AND CAST(sequence_number AS INTEGER) < ?
       ORDER BY CAST(sequence_number AS INTEGER) LIMIT ${perRound})`,
  )
  const reached = state.prepare(
    'SELECT mapping, max(CAST(sequence AS INTEGER)) AS sequence FROM host_checkpoints GROUP BY mapping',
  )
  const round = () => {
    const rows = reached.all() as unknown as { mapping: string; sequence: number }[]
    const checkpoints = mappings.map(mapping => rows.find(row => row.mapping === mapping)?.sequence ?? 0)
    if (checkpoints.length > 0) remove.run(tableName, Math.min(...checkpoints))
  }
  const timer = setInterval(() => {
    try {
      round()
    } catch (error) {
      failed(error as Error)
    }
  }, everyMs)
  return () => {
    clearInterval(timer)
    table.close()
  }
}
