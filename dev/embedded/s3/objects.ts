import { createHash, randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { sha256Hex } from '../sigv4/canonical.ts'
import type { StoredObject } from './api.ts'

export interface ObjectHead {
  contentType: string
  contentDisposition: string | null
  metadata: Record<string, string>
}

interface Row {
  bucket: string
  key: string
  size: number
  md5: string
  sha256: string
  content_type: string
  content_disposition: string | null
  metadata: string
  last_modified: string
}

const toObject = (row: Row): StoredObject => ({
  bucket: row.bucket,
  key: row.key,
  size: row.size,
  etag: `"${row.md5}"`,
  sha256: row.sha256,
  contentType: row.content_type,
  contentDisposition: row.content_disposition,
  metadata: JSON.parse(row.metadata) as Record<string, string>,
  lastModified: row.last_modified,
})

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Contents in `files/ab/<sha256>`, names and heads in the table `s3_objects`. A content is on disk, whole and synced, before a row names it;
 * a crash between the two leaves a file that no row names, never a row without its file.
 */
export class Objects {
  readonly #state: DatabaseSync
  readonly #root: string

  constructor(state: DatabaseSync, dataDir: string) {
    this.#state = state
    this.#root = join(dataDir, 'files')
    mkdirSync(join(this.#root, 'tmp'), { recursive: true })
    for (const name of readdirSync(join(this.#root, 'tmp'))) rmSync(join(this.#root, 'tmp', name))
    state.exec(`CREATE TABLE IF NOT EXISTS s3_objects (
      bucket TEXT NOT NULL, key TEXT NOT NULL, size INTEGER NOT NULL, md5 TEXT NOT NULL, sha256 TEXT NOT NULL, content_type TEXT NOT NULL,
      content_disposition TEXT, metadata TEXT NOT NULL, last_modified TEXT NOT NULL, PRIMARY KEY (bucket, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS s3_objects_content ON s3_objects (sha256);`)
  }

  file(sha256: string): string {
    return join(this.#root, sha256.slice(0, 2), sha256)
  }

  async put(bucket: string, key: string, content: Buffer, head: ObjectHead, now: number): Promise<StoredObject> {
    const sha256 = sha256Hex(content)
    const temporary = join(this.#root, 'tmp', randomUUID())
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    // From here to the row without a pause, so that no deletion of an equal content comes between.
    const file = this.file(sha256)
    mkdirSync(dirname(file), { recursive: true })
    renameSync(temporary, file)
    syncFolder(dirname(file))
    const replaced = this.head(bucket, key)
    const md5 = createHash('md5').update(content).digest('hex')
    this.#state
      .prepare('INSERT OR REPLACE INTO s3_objects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        bucket,
        key,
        content.length,
        md5,
        sha256,
        head.contentType,
        head.contentDisposition,
        JSON.stringify(head.metadata),
        new Date(now).toISOString(),
      )
    if (replaced && replaced.sha256 !== sha256) this.#dropContent(replaced.sha256)
    return this.head(bucket, key)!
  }

  head(bucket: string, key: string): StoredObject | undefined {
    const row = this.#state.prepare('SELECT * FROM s3_objects WHERE bucket = ? AND key = ?').get(bucket, key)
    return row && toObject(row as unknown as Row)
  }

  delete(bucket: string, key: string): void {
    const object = this.head(bucket, key)
    if (!object) return
    this.#state.prepare('DELETE FROM s3_objects WHERE bucket = ? AND key = ?').run(bucket, key)
    this.#dropContent(object.sha256)
  }

  /** Objects whose key starts with the prefix and comes after `after`, in the order of their UTF-8 bytes. */
  list(bucket: string, prefix: string, after = '', limit = -1): StoredObject[] {
    const rows = this.#state
      .prepare(
        'SELECT * FROM s3_objects WHERE bucket = ? AND key >= ? AND key > ? AND substr(key, 1, length(?)) = ? ORDER BY key LIMIT ?',
      )
      .all(bucket, prefix, after, prefix, prefix, limit)
    return (rows as unknown as Row[]).map(toObject)
  }

  read(bucket: string, key: string): Buffer | undefined {
    const object = this.head(bucket, key)
    if (!object) return undefined
    const content = readFileSync(this.file(object.sha256))
    if (sha256Hex(content) !== object.sha256)
      throw new Error(`the file of ${bucket}/${key} no longer has the sha256 ${object.sha256}`)
    return content
  }

  #dropContent(sha256: string): void {
    const used = this.#state.prepare('SELECT 1 FROM s3_objects WHERE sha256 = ? LIMIT 1').get(sha256)
    if (!used && existsSync(this.file(sha256))) rmSync(this.file(sha256))
  }
}
