import type { Quote } from '@pactdesk/domain/service-support/incident/quote'
import { IconFileDollar } from '@tabler/icons-react'
import { formatDateTime, formatUntil } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Tag, type Tone } from '../../parts/marks/Tag.tsx'
import css from './ticket.module.css'

const tones: Record<Quote['state'], Tone> = { asked: 'accent', accepted: 'good', declined: 'bad', expired: 'quiet' }

/** Offers for work outside the contract, with who answered and how. */
export function Quotes({ quotes, zone }: { quotes: readonly Quote[]; zone: string }) {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  return (
    <ul className={css.quotes}>
      {quotes.toReversed().map(quote => (
        <li key={quote.id}>
          <p className={css.unitHead}>
            <span>
              <IconFileDollar size={15} stroke={1.6} aria-hidden />{' '}
              <b>
                {quote.price.mode === 'time-and-material'
                  ? t('quote.modes.time-and-material')
                  : `${t(`quote.modes.${quote.price.mode}`)} ${formatMoney(quote.price.amount, language)}`}
              </b>
            </span>
            <Tag tone={tones[quote.state]}>{t(`quote.state.${quote.state}`)}</Tag>
          </p>
          <p>{quote.text}</p>
          <small className={css.quiet}>
            {quote.answer
              ? t('quote.answered', { who: quote.answer.by.name, when: formatDateTime(quote.answer.at, zone, language) })
              : t('quote.open', { who: quote.askedBy.name, when: formatUntil(quote.expiresAt, zone, language) })}
            {quote.answer?.note && ` “${quote.answer.note}”`}
          </small>
        </li>
      ))}
    </ul>
  )
}
