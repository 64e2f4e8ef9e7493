import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { StripeObject } from './api.ts'

/** `cus_…`, `evt_…`: prefix and random letters and digits, as Stripe's. */
export function newId(prefix: string, length = 24): string {
  const letters = randomBytes(length * 2)
    .toString('base64')
    .replace(/[^0-9A-Za-z]/g, '')
  return `${prefix}_${letters.slice(0, length)}`
}

interface Row {
  account: string
  json: string
}

/** An object and the account that owns it. */
export interface Owned<T extends StripeObject = StripeObject> {
  account: string
  object: T
}

/** Objects of all accounts in the table `stripe_objects`. `due` (ms) is when something happens to one by itself. */
export class Store {
  readonly state: DatabaseSync

  constructor(state: DatabaseSync) {
    this.state = state
    state.exec(`
      CREATE TABLE IF NOT EXISTS stripe_objects (
        n INTEGER PRIMARY KEY, account TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL, due INTEGER
      ) STRICT;
      CREATE INDEX IF NOT EXISTS stripe_objects_kind ON stripe_objects (account, kind, n);
      CREATE INDEX IF NOT EXISTS stripe_objects_due ON stripe_objects (due) WHERE due IS NOT NULL;
      CREATE TABLE IF NOT EXISTS stripe_idempotency (
        account TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, json TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (account, key)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS stripe_deliveries (
        n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, event TEXT NOT NULL, endpoint TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
        begun INTEGER NOT NULL, next INTEGER NOT NULL, state TEXT NOT NULL DEFAULT 'pending', status INTEGER
      ) STRICT;
      CREATE INDEX IF NOT EXISTS stripe_deliveries_next ON stripe_deliveries (next) WHERE state = 'pending';
    `)
  }

  /** Writes a new object or replaces the one with its id. */
  put<T extends StripeObject>(account: string, object: T, due: number | null = null): T {
    this.state
      .prepare(`INSERT INTO stripe_objects (account, kind, id, json, due) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET json = excluded.json, due = excluded.due`)
      .run(account, object.object, object.id, JSON.stringify(object), due)
    return object
  }

  remove(id: string): void {
    this.state.prepare('DELETE FROM stripe_objects WHERE id = ?').run(id)
  }

  /** The object in this account, whatever its kind. */
  find(account: string, id: string): StripeObject | undefined {
    const owned = this.owned(id)
    return owned?.account === account ? owned.object : undefined
  }

  /** The object in any account: for pages whose address is the secret. */
  owned(id: string): Owned | undefined {
    const row = this.state.prepare('SELECT account, json FROM stripe_objects WHERE id = ?').get(id) as Row | undefined
    return row && { account: row.account, object: JSON.parse(row.json) as StripeObject }
  }

  /** Objects of a kind, newest first; of all accounts if none is given. */
  list(kind: string, account?: string): StripeObject[] {
    const rows = this.state
      .prepare('SELECT json FROM stripe_objects WHERE kind = ? AND (? IS NULL OR account = ?) ORDER BY n DESC')
      .all(kind, account ?? null, account ?? null)
    return (rows as unknown as Row[]).map(row => JSON.parse(row.json) as StripeObject)
  }

  /** Objects whose time has come, oldest first. */
  due(now: number): Owned[] {
    const rows = this.state.prepare('SELECT account, json FROM stripe_objects WHERE due <= ? ORDER BY due').all(now)
    return (rows as unknown as Row[]).map(row => ({ account: row.account, object: JSON.parse(row.json) as StripeObject }))
  }

  /** When the next object or delivery is due, in ms. */
  nextDue(): number | undefined {
    const row = this.state
      .prepare(`SELECT min(at) AS at FROM (SELECT min(due) AS at FROM stripe_objects WHERE due IS NOT NULL
        UNION ALL SELECT min(next) FROM stripe_deliveries WHERE state = 'pending')`)
      .get() as { at: number | null }
    return row.at ?? undefined
  }
}
