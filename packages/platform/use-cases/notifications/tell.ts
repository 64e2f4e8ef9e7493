import type { Delivery } from '../../events/consumer.ts'
import { send } from '../../mail/send.ts'
import { compose, type Notice } from './words.ts'

type Reader = { name: string; email: string }

/** Imports tell nobody: the past is not news. Mail is sent at least once, under an id that stays the same. */
export async function tell(
  { event }: Delivery<unknown>,
  notice: Notice,
  readers: readonly Reader[],
  values: Record<string, string>,
): Promise<void> {
  if (event.origin === 'import') return
  for (const { name, email } of readers) {
    const { subject, text } = compose(notice, { ...values, name })
    await send({ to: email, subject, text, id: `${event.provider}.${event.id}.${email}`, language: 'zh' })
  }
}

/** An address of the product, for a mail. */
export const link = (path: string) => `${process.env.PUBLIC_URL ?? ''}${path}`
