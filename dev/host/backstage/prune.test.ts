import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, vi } from 'vitest'
import { openState } from '../state.ts'
import { startPruning } from './prune.ts'

it('takes away what every mapping has passed, in numeric order, and never the newest record', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
  const file = join(folder, 'table.db')
  const table = new DatabaseSync(file)
  table.exec('CREATE TABLE _stream_records (id INTEGER PRIMARY KEY, table_name TEXT, sequence_number TEXT)')
  const insert = table.prepare(`INSERT INTO _stream_records (table_name, sequence_number) VALUES ('notes', ?)`)
  for (let sequence = 1; sequence <= 1000; sequence++) insert.run(String(sequence))
  const state = openState(folder)
  state.exec(`INSERT INTO host_checkpoints VALUES ('slow', 's', '990'), ('fast', 's', '1000')`)
  const kept = () =>
    table.prepare('SELECT min(id) AS first, count(*) AS n FROM _stream_records').get() as { first: number; n: number }

  const stop = startPruning(file, state, 'notes', ['slow', 'fast'], error => expect.unreachable(error.message))
  await vi.waitUntil(() => kept().n === 11, { timeout: 5_000 })
  expect(kept().first).toBe(990)
  state.exec(`UPDATE host_checkpoints SET sequence = '1000'`)
  await vi.waitUntil(() => kept().n === 1, { timeout: 5_000 })
  expect(kept().first).toBe(1000)
  stop()
})
