import type { DatabaseSync } from 'node:sqlite'
import { addressParser } from 'postal-mime'
import { atomically } from '../state.ts'
import type { Mail, MailAttachment } from './api.ts'
import type { Attachment, IncomingMail } from './parse.ts'

interface Row {
  id: string
  content: string
}

export interface MailStore {
  /**
   * Keeps a mail and answers its id. One sent again under the same `X-Pactdesk-Id`, because its sender never learned that it had
   * been taken, is the mail that is here already.
   */
  add(incoming: IncomingMail): string
  /** Newest first. */
  list(filter: { to?: string; since?: string }): Mail[]
  find(id: string): Mail | undefined
  attachment(id: string, index: number): Attachment | undefined
}

const senderIdHeader = 'x-pactdesk-id'
const senderIdOf = ({ headers }: Pick<Mail, 'headers'>) =>
  headers.find(({ name }) => name.toLowerCase() === senderIdHeader)?.value

/** Bare address in lower case of `Name <Address>`. */
const bare = (mailbox: string) => (addressParser(mailbox)[0]?.address ?? mailbox).toLowerCase()

/** Mails in the tables `mail_*`. */
export function createMailStore(state: DatabaseSync): MailStore {
  state.exec(`
    CREATE TABLE IF NOT EXISTS mail_messages (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, content TEXT NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS mail_messages_at ON mail_messages (at);
    CREATE TABLE IF NOT EXISTS mail_sender_ids (sender_id TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS mail_recipients (address TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (address, n)) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS mail_attachments (
      id TEXT NOT NULL, position INTEGER NOT NULL, filename TEXT NOT NULL, content_type TEXT NOT NULL, content BLOB NOT NULL,
      PRIMARY KEY (id, position)
    ) STRICT, WITHOUT ROWID;
  `)
  const insert = state.prepare('INSERT INTO mail_messages (id, at, content) VALUES (?, ?, ?)')
  const sentAs = state.prepare('SELECT id FROM mail_sender_ids WHERE sender_id = ?')
  const insertSenderId = state.prepare('INSERT INTO mail_sender_ids (sender_id, id) VALUES (?, ?)')
  const insertRecipient = state.prepare('INSERT OR IGNORE INTO mail_recipients (address, n) VALUES (?, ?)')
  const insertAttachment = state.prepare('INSERT INTO mail_attachments VALUES (?, ?, ?, ?, ?)')
  const byId = state.prepare('SELECT id, content FROM mail_messages WHERE id = ?')
  const all = state.prepare('SELECT id, content FROM mail_messages WHERE at >= ? ORDER BY n DESC')
  const ofRecipient = state.prepare(`SELECT id, content FROM mail_messages JOIN mail_recipients USING (n)
    WHERE address = ? AND at >= ? ORDER BY n DESC`)
  const attachments = state.prepare(
    'SELECT filename, content_type AS contentType, length(content) AS size FROM mail_attachments WHERE id = ? ORDER BY position',
  )
  const content = state.prepare(
    'SELECT filename, content_type AS contentType, content FROM mail_attachments WHERE id = ? AND position = ?',
  )

  const toMail = (row: Row): Mail => ({
    ...(JSON.parse(row.content) as Omit<Mail, 'attachments'>),
    attachments: attachments.all(row.id).map(found => ({ ...found }) as unknown as MailAttachment),
  })

  return {
    add({ mail, attachments }) {
      return atomically(state, () => {
        const senderId = senderIdOf(mail)
        const known = senderId === undefined ? undefined : (sentAs.get(senderId) as { id: string } | undefined)
        if (known) return known.id
        if (senderId !== undefined) insertSenderId.run(senderId, mail.id)
        const n = insert.run(mail.id, mail.at, JSON.stringify(mail)).lastInsertRowid
        for (const mailbox of [...mail.to, ...mail.cc, ...mail.bcc]) insertRecipient.run(bare(mailbox), n)
        for (const [position, { filename, contentType, content }] of attachments.entries()) {
          insertAttachment.run(mail.id, position, filename, contentType, content)
        }
        return mail.id
      })
    },
    list({ to, since = '' }) {
      const rows = to === undefined ? all.all(since) : ofRecipient.all(bare(to), since)
      return (rows as unknown as Row[]).map(toMail)
    },
    find(id) {
      const row = byId.get(id) as Row | undefined
      return row && toMail(row)
    },
    attachment(id, index) {
      const found = content.get(id, index) as { filename: string; contentType: string; content: Uint8Array } | undefined
      return found && { ...found, content: Buffer.from(found.content) }
    },
  }
}
