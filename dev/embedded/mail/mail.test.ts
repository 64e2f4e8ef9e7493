import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from '../serve.testing.ts'
import type { Mail, Mailbox } from './api.ts'
import { createMailbox } from './mailbox.ts'

describe('mailbox', () => {
  const clock = { now: Date.now() }
  const asked: string[] = []
  let served: Served<Mailbox>
  let ses: SESv2Client

  const clientOf = (endpoint: string, secretAccessKey = 'secret') =>
    new SESv2Client({ endpoint, region: 'cn-local-1', maxAttempts: 1, credentials: { accessKeyId: 'AKMAIL', secretAccessKey } })

  beforeAll(async () => {
    served = await serve((_, state) =>
      createMailbox({
        state,
        now: () => clock.now,
        secretOf: id => (id === 'AKMAIL' ? 'secret' : undefined),
        authorize: (id, action, arn) => {
          asked.push(`${id} ${action} ${arn}`)
          return !arn.includes('forbidden')
        },
      }),
    )
    ses = clientOf(served.baseUrl)
  })
  afterAll(() => served.close())

  const bill = (to: string, from = '华盾 <billing@huadun.example>', headers: { Name: string; Value: string }[] = []) =>
    new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to], BccAddresses: ['archive@huadun.example'] },
      ReplyToAddresses: ['desk@huadun.example'],
      Content: {
        Simple: {
          Subject: { Data: '账单 2026-11 <b>' },
          Body: {
            Text: { Data: '请付款 http://localhost/pay?a=1' },
            Html: { Data: '<p onclick="x()">请付款</p><script>alert(1)</script>' },
          },
          Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }, ...headers],
          Attachments: [{ FileName: '账单.pdf', ContentType: 'application/pdf', RawContent: Buffer.from('%PDF') }],
        },
      },
    })
  const messages = async (query: string) =>
    ((await (await fetch(`${served.baseUrl}/_local/mail/api/messages${query}`)).json()) as { messages: Mail[] }).messages

  test('what is sent lies in the mailbox, with its headers and attachments', async () => {
    const { MessageId } = await ses.send(bill('Wang <Wang@lanhai.example>'))
    const [mail] = await messages('?to=wang@LANHAI.example')
    expect(mail).toMatchObject({
      id: MessageId,
      from: '华盾 <billing@huadun.example>',
      bcc: ['archive@huadun.example'],
      replyTo: ['desk@huadun.example'],
      subject: '账单 2026-11 <b>',
      text: '请付款 http://localhost/pay?a=1',
      attachments: [{ filename: '账单.pdf', contentType: 'application/pdf', size: 4 }],
    })
    expect(mail!.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-generated' })
    expect(asked).toEqual(['AKMAIL ses:SendEmail arn:aws:ses:cn-local-1:000000000000:identity/billing@huadun.example'])
  })

  test('a mail sent again under the same X-Pactdesk-Id lies there once, another one of the same words twice', async () => {
    const under = (id: string) => bill('sun@lanhai.example', undefined, [{ Name: 'X-Pactdesk-Id', Value: id }])
    const first = await ses.send(under('provider.TICKET.1'))
    expect((await ses.send(under('provider.TICKET.1'))).MessageId).toBe(first.MessageId)
    const second = await ses.send(under('provider.TICKET.2'))
    expect((await messages('?to=sun@lanhai.example')).map(({ id }) => id)).toEqual([second.MessageId, first.MessageId])
  })

  test('a raw mail is read as its recipient would read it', async () => {
    const raw = [
      'From: =?UTF-8?B?5Y2O55u+?= <a@huadun.example>',
      'To: Li <li@lanhai.example>',
      'Subject: =?UTF-8?B?5L2g5aW9?=',
      'Auto-Submitted: auto-replied',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('你好').toString('base64'),
      '--b',
      'Content-Type: application/pdf',
      'Content-Disposition: attachment; filename="a.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('PDF!').toString('base64'),
      '--b--',
    ].join('\r\n')
    await clientOf(`${served.baseUrl}/_local/mail`).send(new SendEmailCommand({ Content: { Raw: { Data: Buffer.from(raw) } } }))
    const [mail] = served.service.messages({ to: 'li@lanhai.example' })
    expect(mail).toMatchObject({ from: '华盾 <a@huadun.example>', to: ['Li <li@lanhai.example>'], subject: '你好' })
    expect(mail!.text.trim()).toBe('你好')
    expect(mail!.attachments).toMatchObject([{ filename: 'a.pdf', size: 4 }])
    expect(mail!.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-replied' })
  })

  test('newest first, and not before the instant asked for', async () => {
    clock.now += 60_000
    const since = new Date(clock.now).toISOString()
    await ses.send(bill('late@lanhai.example'))
    expect((await messages(`?since=${since}`)).map(mail => mail.to)).toEqual([['late@lanhai.example']])
    expect((await messages(''))[0]!.to).toEqual(['late@lanhai.example'])
    expect(await messages('?to=nobody@lanhai.example')).toEqual([])
  })

  test("the page escapes the mail, and the mail's own HTML runs nothing", async () => {
    const id = served.service.messages({ to: 'late@lanhai.example' })[0]!.id
    const list = await (await fetch(`${served.baseUrl}/_local/mail?lang=en`)).text()
    expect(list).toContain('Local mailbox')
    expect(list).toContain('账单 2026-11 &lt;b&gt;')
    const page = await (await fetch(`${served.baseUrl}/_local/mail/m/${id}`, { headers: { 'accept-language': 'zh-CN' } })).text()
    expect(page).toContain('收件人')
    expect(page).toContain('<a href="http://localhost/pay?a=1" target="_blank" rel="noopener noreferrer">')
    expect(page).not.toContain('<script>')
    const inner = await fetch(`${served.baseUrl}/_local/mail/m/${id}/html`)
    expect(await inner.text()).toContain('<script>alert(1)</script>')
    expect(inner.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/)
    const file = await fetch(`${served.baseUrl}/_local/mail/m/${id}/attachments/0`)
    expect([await file.text(), file.headers.get('content-disposition')]).toEqual([
      '%PDF',
      `attachment; filename*=UTF-8''${encodeURIComponent('账单.pdf')}`,
    ])
    expect((await fetch(`${served.baseUrl}/_local/mail/m/${id}/attachments/1`)).status).toBe(404)
    expect((await fetch(`${served.baseUrl}/_local/mail/m/none`)).status).toBe(404)
  })

  test('what SES would refuse is refused and stored nowhere', async () => {
    const before = served.service.messages().length
    const nameOf = (work: Promise<unknown>) =>
      work.then(
        () => 'sent',
        (error: Error) => error.name,
      )
    expect(await nameOf(ses.send(bill('no-address')))).toBe('BadRequestException')
    expect(await nameOf(ses.send(new SendEmailCommand({ FromEmailAddress: 'a@b.example', Content: {} })))).toBe(
      'BadRequestException',
    )
    expect(await nameOf(ses.send(bill('x@y.example', 'forbidden@huadun.example')))).toBe('AccessDeniedException')
    expect(await nameOf(clientOf(served.baseUrl, 'wrong').send(bill('x@y.example')))).toBe('SignatureDoesNotMatch')
    expect((await fetch(`${served.baseUrl}/v2/email/outbound-emails`, { method: 'POST', body: '{' })).status).toBe(400)
    expect(served.service.messages()).toHaveLength(before)
  })
})
