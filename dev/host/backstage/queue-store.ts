import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { QueueModel } from '../template/queues.ts'

export type Message = { id: number; messageId: string; body: string; sentAt: number; receives: number; firstReceivedAt: number }
export type NewMessage = { queueArn: string; messageId: string; body: string }

/**
 * Queues as rows of the state file. A received message is leased to this process and hidden; a lease of a process that died
 * is void at the next start, because a data folder has one host. Instants are wall clock ms.
 */
export class QueueStore {
  readonly #state: DatabaseSync
  readonly #queues: Map<string, QueueModel>
  readonly #insert: StatementSync
  readonly #due: StatementSync
  readonly #lease: StatementSync
  readonly #visible: StatementSync
  readonly #delete: StatementSync
  readonly #release: StatementSync
  readonly #bury: StatementSync

  constructor(state: DatabaseSync, queues: QueueModel[]) {
    this.#state = state
    this.#queues = new Map(queues.map(queue => [queue.arn, queue]))
    this.#insert = state.prepare(
      'INSERT INTO host_messages (queue, message_id, body, sent_at, visible_at) VALUES (?, ?, ?, ?, ?)',
    )
    this.#due = state.prepare(
      `SELECT id, message_id, body, sent_at, receives, first_received_at FROM host_messages
       WHERE queue = ? AND visible_at <= ? AND lease IS NULL ORDER BY id LIMIT ?`,
    )
    this.#lease = state.prepare(
      `UPDATE host_messages SET lease = 'held', visible_at = ?, receives = receives + 1,
       first_received_at = coalesce(first_received_at, ?) WHERE id = ?`,
    )
    this.#visible = state.prepare('SELECT DISTINCT queue FROM host_messages WHERE visible_at <= ? AND lease IS NULL')
    this.#delete = state.prepare('DELETE FROM host_messages WHERE id = ?')
    this.#release = state.prepare('UPDATE host_messages SET lease = NULL, visible_at = ?, reason = ? WHERE id = ?')
    this.#bury = state.prepare(
      `UPDATE host_messages SET source = queue, queue = ?, lease = NULL, visible_at = ?, receives = 0,
       first_received_at = NULL, reason = ? WHERE id = ?`,
    )
    state.exec(`UPDATE host_messages SET lease = NULL, visible_at = 0 WHERE lease IS NOT NULL`)
  }

  queue(arn: string): QueueModel {
    const queue = this.#queues.get(arn)
    if (!queue) throw new Error(`no queue ${arn} in the template`)
    return queue
  }

  /** Stores messages durably; part of the caller's transaction. */
  send(messages: NewMessage[], now = Date.now()): void {
    for (const { queueArn, messageId, body } of messages) {
      const delay = this.#queues.get(queueArn)?.delaySeconds ?? 0
      this.#insert.run(queueArn, messageId, body, now, now + delay * 1000)
    }
  }

  /** Up to `limit` visible messages, oldest first, leased and counted as received; part of the caller's transaction. */
  receive(queueArn: string, limit: number, now = Date.now()): Message[] {
    type Row = {
      id: number
      message_id: string
      body: string
      sent_at: number
      receives: number
      first_received_at: number | null
    }
    const rows = this.#due.all(queueArn, now, limit) as unknown as Row[]
    const hidden = now + (this.#queues.get(queueArn)?.visibilitySeconds ?? 30) * 1000
    return rows.map(row => {
      this.#lease.run(hidden, now, row.id)
      return {
        id: row.id,
        messageId: row.message_id,
        body: row.body,
        sentAt: row.sent_at,
        receives: row.receives + 1,
        firstReceivedAt: row.first_received_at ?? now,
      }
    })
  }

  /** ARNs of the queues that hold a message to receive. */
  visibleQueues(now = Date.now()): Set<string> {
    const rows = this.#visible.all(now) as unknown as { queue: string }[]
    return new Set(rows.map(row => row.queue))
  }

  delete(messages: Message[]): void {
    for (const { id } of messages) this.#delete.run(id)
  }

  /**
   * Gives failed messages back: after `maxReceiveCount` receives to the dead letter queue, else visible again after a backoff of
   * 0.1, 0.3, 0.9 … seconds (AWS waits for the whole visibility timeout).
   */
  fail(queueArn: string, messages: Message[], reason: string, now = Date.now()): void {
    const { redrive, visibilitySeconds } = this.#queues.get(queueArn) ?? { visibilitySeconds: 30, redrive: undefined }
    for (const { id, receives } of messages) {
      if (redrive && receives >= redrive.maxReceiveCount) this.#bury.run(redrive.deadLetterArn, now, reason, id)
      else this.#release.run(now + Math.min(100 * 3 ** (receives - 1), visibilitySeconds * 1000), reason, id)
    }
  }

  /** Messages of these queues, waiting or held. */
  pending(queueArns: string[]): number {
    const count = this.#state.prepare('SELECT count(*) AS n FROM host_messages WHERE queue = ?')
    return queueArns.reduce((sum, arn) => sum + (count.get(arn) as { n: number }).n, 0)
  }

  /** Queues that are somebody's dead letter queue and hold something. */
  deadLetters(): { queue: string; messages: number }[] {
    const arns = new Set([...this.#queues.values()].flatMap(queue => queue.redrive?.deadLetterArn ?? []))
    return [...arns]
      .map(arn => ({ queue: arn.split(':').at(-1)!, messages: this.pending([arn]) }))
      .filter(({ messages }) => messages > 0)
  }

  /** Moves every dead letter back to the queue it came from; answers how many. */
  redrive(now = Date.now()): number {
    const moved = this.#state
      .prepare(
        'UPDATE host_messages SET queue = source, source = NULL, visible_at = ?, receives = 0, reason = NULL WHERE source IS NOT NULL',
      )
      .run(now)
    return Number(moved.changes)
  }
}
