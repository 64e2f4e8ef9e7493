import { randomUUID } from 'node:crypto'
import PostalMime, { addressParser } from 'postal-mime'
import * as z from 'zod'
import { AwsFailure } from '../sigv4/failure.ts'
import type { Mail } from './api.ts'

const text = z.object({ Data: z.string(), Charset: z.string().optional() })
const addresses = z.array(z.string().min(3)).optional()

/** Body of SendEmail (SES API v2) as far as it is understood here; templates are not. */
const sendEmail = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: z.object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }).optional(),
  ReplyToAddresses: addresses,
  Content: z.object({
    Simple: z
      .object({
        Subject: text,
        Body: z.object({ Text: text.optional(), Html: text.optional() }),
        Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).optional(),
        Attachments: z
          .array(z.object({ FileName: z.string(), ContentType: z.string().optional(), RawContent: z.base64() }))
          .optional(),
      })
      .optional(),
    Raw: z.object({ Data: z.base64() }).optional(),
  }),
})

type SendEmail = z.infer<typeof sendEmail>

export interface Attachment {
  filename: string
  contentType: string
  content: Buffer
}

/** A mail as accepted, not yet stored. */
export interface IncomingMail {
  mail: Omit<Mail, 'attachments'>
  attachments: Attachment[]
}

const refused = (message: string) => new AwsFailure(400, 'BadRequestException', message)

/** Mailboxes in address lists, groups flattened, display names kept. */
const mailboxes = (list: ReturnType<typeof addressParser> | undefined): string[] =>
  (list ?? []).flatMap(entry => {
    if (entry.group) return mailboxes(entry.group)
    return entry.address ? [entry.name ? `${entry.name} <${entry.address}>` : entry.address] : []
  })

function envelope(request: SendEmail) {
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = request.Destination ?? {}
  const lists = { to: ToAddresses, cc: CcAddresses, bcc: BccAddresses, replyTo: request.ReplyToAddresses ?? [] }
  for (const address of Object.values(lists).flat()) {
    const [parsed] = addressParser(address)
    if (!parsed?.address || !/^[^@\s]+@[^@\s]+$/.test(parsed.address)) throw refused(`Illegal address: ${address}`)
  }
  return lists
}

function simpleMail(request: SendEmail, simple: NonNullable<SendEmail['Content']['Simple']>, at: number): IncomingMail {
  const { to, cc, bcc, replyTo } = envelope(request)
  const from = request.FromEmailAddress ?? ''
  const id = randomUUID()
  const date = new Date(at)
  const { Subject, Body, Headers = [], Attachments = [] } = simple
  if (!Body.Text && !Body.Html) throw refused('the body needs Text or Html')
  const broken = Headers.find(({ Name, Value }) => !/^[\x21-\x39\x3b-\x7e]+$/.test(Name) || /[\r\n]/.test(Value))
  if (broken) throw refused(`Illegal header: ${broken.Name}`)
  const headers = [
    ['From', from],
    ['To', to.join(', ')],
    ...(cc.length > 0 ? [['Cc', cc.join(', ')]] : []),
    ...(replyTo.length > 0 ? [['Reply-To', replyTo.join(', ')]] : []),
    ['Subject', Subject.Data],
    ['Date', date.toUTCString()],
    ['Message-ID', `<${id}@local>`],
    ...Headers.map(({ Name, Value }) => [Name, Value]),
  ]
  return {
    mail: {
      id,
      at: date.toISOString(),
      from,
      to,
      cc,
      bcc,
      replyTo,
      subject: Subject.Data,
      text: Body.Text?.Data ?? '',
      html: Body.Html?.Data ?? '',
      headers: headers.map(([name, value]) => ({ name: name!, value: value! })),
    },
    attachments: Attachments.map(({ FileName, ContentType, RawContent }) => ({
      filename: FileName,
      contentType: ContentType ?? 'application/octet-stream',
      content: Buffer.from(RawContent, 'base64'),
    })),
  }
}

async function rawMail(request: SendEmail, data: string, at: number): Promise<IncomingMail> {
  const email = await PostalMime.parse(Buffer.from(data, 'base64'))
  const given = envelope(request)
  const named = { to: mailboxes(email.to), cc: mailboxes(email.cc), bcc: mailboxes(email.bcc) }
  // A destination in the request is the envelope and replaces the recipients in the headers (SES API v2, SendEmail).
  const recipients = request.Destination ? given : named
  return {
    mail: {
      id: randomUUID(),
      at: new Date(at).toISOString(),
      from: request.FromEmailAddress ?? mailboxes(email.from && [email.from])[0] ?? '',
      to: recipients.to,
      cc: recipients.cc,
      bcc: recipients.bcc,
      replyTo: given.replyTo.length > 0 ? given.replyTo : mailboxes(email.replyTo),
      subject: email.subject ?? '',
      text: email.text ?? '',
      html: email.html ?? '',
      headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    },
    attachments: email.attachments.map(({ filename, mimeType, content }, index) => ({
      filename: filename ?? `attachment-${index + 1}`,
      contentType: mimeType,
      content: typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
    })),
  }
}

/** Reads a SendEmail request. Throws `BadRequestException` (HTTP 400) when it has no sender, no recipient, or not exactly one kind of content. */
export async function parseSendEmail(body: Buffer, at: number): Promise<IncomingMail> {
  let json: unknown
  try {
    json = JSON.parse(body.toString('utf8'))
  } catch {
    throw refused('the body is not JSON')
  }
  const parsed = sendEmail.safeParse(json)
  if (!parsed.success) throw refused(z.prettifyError(parsed.error))
  const { Simple, Raw } = parsed.data.Content
  if (!Simple === !Raw) throw refused('Content needs either Simple or Raw')
  const incoming = Simple ? simpleMail(parsed.data, Simple, at) : await rawMail(parsed.data, Raw!.Data, at)
  const { from, to, cc, bcc } = incoming.mail
  if (!from) throw refused('FromEmailAddress is missing')
  if (to.length + cc.length + bcc.length === 0) throw refused('Destination has no address')
  return incoming
}
