import type { IncomingMessage, ServerResponse } from 'node:http'
import { sha256Hex } from '../sigv4/canonical.ts'
import { AwsFailure, accessDenied } from '../sigv4/failure.ts'
import { parseCredential, verifySignature } from '../sigv4/verify.ts'
import { BodyTooLarge, readBody } from '../web/body.ts'
import { chooseLanguage, otherLanguage } from '../web/language.ts'
import { sendJson, sendPage } from '../web/reply.ts'
import { pathBelow, queryOf, withQuery } from '../web/route.ts'
import type { Mail, Mailbox, MailOptions } from './api.ts'
import { framePolicy, listPage, mailHtml, mailPage, missingPage } from './pages.ts'
import { parseSendEmail } from './parse.ts'
import { createMailStore } from './store.ts'

/** Largest request in bytes: SES takes mails of 40 MB, base64 makes them a third larger. */
const largest = 54 * 1024 * 1024

const sendPath = '/v2/email/outbound-emails'

/** SES v2 `SendEmail` and a mailbox page over what was sent. */
export function createMailbox({ state, prefix = '/_local/mail', secretOf, authorize, now = Date.now }: MailOptions): Mailbox {
  const store = createMailStore(state)

  async function judge(req: IncomingMessage, body: Buffer, from: string): Promise<void> {
    if (!secretOf || !authorize) return
    const { accessKeyId } = verifySignature(req, { service: 'ses', secretOf, now, payloadHash: sha256Hex(body) })
    const credential = /Credential=([^,\s]+)/.exec(req.headers.authorization ?? '')?.[1] ?? ''
    const { region } = parseCredential(credential, 'ses')
    const address = /<([^>]+)>\s*$/.exec(from)?.[1] ?? from
    const arn = `arn:aws:ses:${region}:000000000000:identity/${address}`
    if (!(await authorize(accessKeyId, 'ses:SendEmail', arn))) throw accessDenied(`ses:SendEmail on ${arn} is not allowed`)
  }

  async function accept(req: IncomingMessage, res: ServerResponse): Promise<void> {
    try {
      const body = await readBody(req, largest)
      const incoming = await parseSendEmail(body, now())
      await judge(req, body, incoming.mail.from)
      sendJson(res, 200, { MessageId: store.add(incoming) })
    } catch (error) {
      const failure = error instanceof BodyTooLarge ? new AwsFailure(400, 'BadRequestException', error.message) : error
      if (!(failure instanceof AwsFailure)) throw error
      const code = failure.code === 'AccessDenied' ? 'AccessDeniedException' : failure.code
      sendJson(res, failure.status, { message: failure.message }, { 'x-amzn-errortype': code })
    }
  }

  function sendMailHtml(res: ServerResponse, mail: Mail): void {
    const page = mailHtml(mail).markup
    res.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': Buffer.byteLength(page),
      'content-security-policy': framePolicy,
      'referrer-policy': 'no-referrer',
    })
    res.end(page)
  }

  function sendAttachment(res: ServerResponse, id: string, index: number): boolean {
    const found = store.attachment(id, index)
    if (!found) return false
    res.writeHead(200, {
      'content-type': found.contentType,
      'content-length': found.content.length,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.filename)}`,
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
    })
    res.end(found.content)
    return true
  }

  function show(req: IncomingMessage, res: ServerResponse, path: string): void {
    const query = queryOf(req)
    const language = chooseLanguage(query.get('lang'), req.headers['accept-language'])
    const frame = { language, prefix, languageHref: withQuery(req, 'lang', otherLanguage(language)) }
    const filter = { to: query.get('to') ?? undefined, since: query.get('since') ?? undefined }
    const [, area, id = '', part, index] = path.split('/')
    const mail = area === 'm' ? store.find(id) : undefined
    if (path === '/api/messages') sendJson(res, 200, { messages: store.list(filter) })
    else if (path === '/') sendPage(res, 200, listPage(frame, store.list(filter)))
    else if (mail && part === undefined) sendPage(res, 200, mailPage(frame, mail), { frames: "'self'" })
    else if (mail && part === 'html') sendMailHtml(res, mail)
    else if (!(mail && part === 'attachments' && sendAttachment(res, id, Number(index)))) sendPage(res, 404, missingPage(frame))
  }

  return {
    async handle(req, res) {
      const path = pathBelow(req, prefix)
      if (pathBelow(req, sendPath) === '/' || path === sendPath) {
        if (req.method === 'POST') await accept(req, res)
        else res.writeHead(405, { allow: 'POST' }).end()
        return true
      }
      if (path === undefined) return false
      if (req.method === 'GET' || req.method === 'HEAD') show(req, res, path)
      else res.writeHead(405, { allow: 'GET' }).end()
      return true
    },
    close: async () => {},
    messages: (filter = {}) => store.list(filter),
    message: store.find,
  }
}
