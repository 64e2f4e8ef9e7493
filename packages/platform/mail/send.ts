import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'

export type Mail = {
  to: string
  subject: string
  text: string /** Stable id: a repeated send carries the same one. */
  id: string
  language: 'zh' | 'en'
}

let cached: SESv2Client | undefined

/** Sends one mail through SES. Automatic mail says so (RFC 3834), so that out-of-office replies don't loop. */
export async function send(mail: Mail): Promise<void> {
  cached ??= new SESv2Client({ maxAttempts: 3 })
  await cached.send(
    new SendEmailCommand({
      FromEmailAddress: process.env.MAIL_FROM,
      Destination: { ToAddresses: [mail.to] },
      Content: {
        Simple: {
          Subject: { Data: mail.subject, Charset: 'UTF-8' },
          Body: { Text: { Data: mail.text, Charset: 'UTF-8' } },
          Headers: [
            { Name: 'Auto-Submitted', Value: 'auto-generated' },
            { Name: 'X-Pactdesk-Id', Value: mail.id.replace(/[^0-9A-Za-z._-]/g, '-').slice(0, 120) },
            { Name: 'Content-Language', Value: mail.language === 'zh' ? 'zh-CN' : 'en' },
          ],
        },
      },
    }),
  )
}
