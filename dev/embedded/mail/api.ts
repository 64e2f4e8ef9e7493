import type { DatabaseSync } from 'node:sqlite'
import type { EmbeddedService } from '../service.ts'

export interface MailOptions {
  /** Shared state file; this part owns the tables `mail_*`. */
  state: DatabaseSync
  /** Path of the mailbox page, default `/_local/mail`; the SES API itself is at `/v2/email/`, below the endpoint or this prefix. */
  prefix?: string
  /** With these two, the signature of SendEmail is checked and judged as `ses:SendEmail`; without, any caller may send. */
  secretOf?: (accessKeyId: string, sessionToken: string | undefined) => string | undefined
  authorize?: (accessKeyId: string, action: 'ses:SendEmail', resourceArn: string) => boolean | Promise<boolean>
  /** Wall clock in ms since the epoch; default `Date.now`. */
  now?: () => number
}

export interface MailAttachment {
  filename: string
  contentType: string
  /** Bytes. */
  size: number
}

export interface Mail {
  id: string
  /** ISO instant at which it was accepted, wall clock. */
  at: string
  from: string
  to: string[]
  cc: string[]
  bcc: string[]
  replyTo: string[]
  subject: string
  text: string
  html: string
  /** Names as sent; a name may occur more than once. */
  headers: { name: string; value: string }[]
  attachments: MailAttachment[]
}

/** Accepts what SES v2 would send and keeps it in a mailbox. */
export interface Mailbox extends EmbeddedService {
  /** Newest first; of one recipient (to, cc or bcc, any case) and not before `since` (ISO instant) if given. */
  messages(filter?: { to?: string; since?: string }): Mail[]
  message(id: string): Mail | undefined
}
