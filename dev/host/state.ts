import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * The host's durable state: one WAL file, opened by the host, its backstage process and the embedded parts, each with tables
 * of its own. `synchronous=NORMAL`: what was answered survives the death of any process; only a power cut may take the last
 * moments. Instants are ms since the epoch, wall clock.
 */
export function openState(folder: string): DatabaseSync {
  const state = new DatabaseSync(join(folder, 'state.db'), { timeout: 10_000 })
  state.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS host_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS host_checkpoints (mapping TEXT, shard TEXT, sequence TEXT NOT NULL, PRIMARY KEY (mapping, shard))
      STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS host_messages (
      id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, message_id TEXT NOT NULL, body TEXT NOT NULL,
      sent_at INTEGER NOT NULL, visible_at INTEGER NOT NULL, receives INTEGER NOT NULL DEFAULT 0,
      first_received_at INTEGER, lease TEXT, source TEXT, reason TEXT) STRICT;
    CREATE INDEX IF NOT EXISTS host_messages_due ON host_messages (queue, visible_at, id);
    CREATE TABLE IF NOT EXISTS host_failed_records (
      id INTEGER PRIMARY KEY AUTOINCREMENT, mapping TEXT NOT NULL, records TEXT NOT NULL, reason TEXT NOT NULL,
      failed_at INTEGER NOT NULL) STRICT;
  `)
  return state
}

/** A setting, or undefined. Known: `host-key`, `business-offset-ms`, `business-floor`. */
export function setting(state: DatabaseSync, name: string): string | undefined {
  const row = state.prepare('SELECT value FROM host_settings WHERE name = ?').get(name) as { value: string } | undefined
  return row?.value
}

export function keepSetting(state: DatabaseSync, name: string, value: string): void {
  state
    .prepare('INSERT INTO host_settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(name, value)
}

/** Secret of this data folder under which sessions are signed; made at the first start. */
export function hostKey(state: DatabaseSync): string {
  const kept = setting(state, 'host-key')
  if (kept) return kept
  const key = randomBytes(32).toString('base64url')
  keepSetting(state, 'host-key', key)
  return key
}

/** Runs in one write transaction; rolls back when `work` throws. */
export function transaction<T>(state: DatabaseSync, work: () => T): T {
  state.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    state.exec('COMMIT')
    return result
  } catch (error) {
    state.exec('ROLLBACK')
    throw error
  }
}
