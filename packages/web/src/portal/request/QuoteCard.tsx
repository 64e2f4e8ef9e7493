import { Button, Textarea } from '@mantine/core'
import type { Quote } from '@pactdesk/domain/service-support/incident/quote'
import { acceptTicketQuote, declineTicketQuote } from '@pactdesk/domain/service-support/incident/routes'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { useState } from 'react'
import { formatUntil } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { FormDialog } from '../../ticket/FormDialog.tsx'
import { useTicketCommand } from '../../ticket/use-ticket.ts'
import css from './request.module.css'

type Props = { ticket: TicketView; quote: Quote; zone: string; mayAnswer: boolean }

/** A quote to be answered, on the phone too: what, at which price, what happens then. Work begins only after approval. */
export function QuoteCard({ ticket, quote, zone, mayAnswer }: Props) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const [asking, setAsking] = useState<'accept' | 'decline'>()
  const { price } = quote
  const amount = price.mode === 'time-and-material' ? '' : formatMoney(price.amount, language)
  return (
    <section className={`${css.card} ${css.warn}`}>
      <h2>{t('quote.title')}</h2>
      <p className={css.price}>
        {t(`quote.modes.${price.mode}`)} {amount}
      </p>
      <p>{quote.text}</p>
      <p>
        <small>
          {t('quote.until', { when: formatUntil(quote.expiresAt, zone, language) })}{' '}
          {ticket.scope.clause && <ClauseTag clause={ticket.scope.clause} />}
        </small>
      </p>
      {mayAnswer ? (
        <div className={css.actions}>
          <Button variant="filled" onClick={() => setAsking('accept')}>
            {t('quote.accept')}
          </Button>
          <Button onClick={() => setAsking('decline')}>{t('quote.decline')}</Button>
        </div>
      ) : (
        <p>{t('quote.othersDecide')}</p>
      )}
      {asking && <Answer ticket={ticket} quote={quote} amount={amount} what={asking} onClose={() => setAsking(undefined)} />}
    </section>
  )
}

type AnswerProps = { ticket: TicketView; quote: Quote; amount: string; what: 'accept' | 'decline'; onClose: () => void }

function Answer({ ticket, quote, amount, what, onClose }: AnswerProps) {
  const { t } = useTranslation('portal')
  const [note, setNote] = useState('')
  const params = { client: ticket.client, ticket: ticket.number, quote: quote.id }
  const done = (): void => {
    onClose()
    sayDone(t(`quote.done.${what}`))
  }
  const ref = { client: ticket.client, ticket: ticket.number }
  const { send, pending, error } = useTicketCommand(what === 'accept' ? acceptTicketQuote : declineTicketQuote, ref, done)
  const how = window.innerWidth < 768 ? ('portal-phone' as const) : ('portal' as const)
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`quote.${what}`)}
      submit={t(`quote.${what}`)}
      pending={pending}
      error={error}
      effect={what === 'accept' ? t(`quote.effect.${quote.price.mode}`, { amount }) : t('quote.effect.decline')}
      onSubmit={() => void send({ params, body: { how, ...(note.trim() && { note: note.trim() }) } })}
    >
      <p>{quote.text}</p>
      <Textarea
        label={t('note')}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        maxLength={300}
      />
    </FormDialog>
  )
}
