import type { DatabaseSync } from 'node:sqlite'

/** Creates what the identity provider keeps on disk: people, keys, sessions and grants, one-time links. */
export function createTables(state: DatabaseSync): void {
  state.exec(`
    CREATE TABLE IF NOT EXISTS idp_secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS idp_people (
      sub TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, password TEXT, demo TEXT,
      self_made INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE IF NOT EXISTS idp_links (token_hash TEXT PRIMARY KEY, sub TEXT NOT NULL UNIQUE, expires_at INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS idp_records (
      model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, uid TEXT, grant_id TEXT, expires_at INTEGER, PRIMARY KEY (model, id)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS idp_records_uid ON idp_records (model, uid) WHERE uid IS NOT NULL;
    CREATE INDEX IF NOT EXISTS idp_records_grant ON idp_records (grant_id) WHERE grant_id IS NOT NULL;
    CREATE INDEX IF NOT EXISTS idp_records_expiry ON idp_records (expires_at) WHERE expires_at IS NOT NULL;
  `)
  const columns = state.prepare('PRAGMA table_info(idp_people)').all() as { name: string }[]
  // Folders made before people could make their own account.
  if (!columns.some(({ name }) => name === 'self_made'))
    state.exec('ALTER TABLE idp_people ADD COLUMN self_made INTEGER NOT NULL DEFAULT 0')
}
