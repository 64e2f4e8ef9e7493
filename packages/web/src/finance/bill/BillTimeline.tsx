import type { BillView, LateFeeView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import {
  type Icon,
  IconAlertCircle,
  IconArrowBackUp,
  IconBuildingBank,
  IconCalendarDue,
  IconCreditCard,
  IconEraser,
  IconGavel,
  IconMessageCheck,
  IconMessageReport,
  IconReceiptRefund,
  IconSend,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { explained } from '../../explain/explain.ts'
import { formatMoney } from '../../format/money.ts'
import { formatPercent, formatRate } from '../../format/number.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ClauseTag } from '../../parts/marks/ClauseTag.tsx'
import { DateText } from '../../parts/text/Text.tsx'
import { Figure } from '../../parts/why/Figure.tsx'
import card from '../parts/finance.module.css'
import css from './bill.module.css'
import { type BillEvent, timelineOf } from './timeline.ts'

type Props = {
  bill: BillView
  today: string
  lateFee: LateFeeView | undefined
  asOf: { instant: string; zone: string }
  /** Names and reasons of decisions are for staff. */
  staff: boolean
  /** A link to a credit note. */
  noteLink: (note: string, label: string) => ReactNode
  /** Beside the accruing late fee: what may be done about it. */
  decide?: ReactNode
}

/** What happened to the bill, on a line: issued, paid, due, decided; a late fee that accrues is a memo until finance decides. */
export function BillTimeline({ bill, today, lateFee, asOf, staff, noteLink, decide }: Props) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const money = (minor: number): string => formatMoney({ currency: bill.currency, minor }, language)
  const rate = String(lateFee?.explanation?.inputs.ratePerDay ?? '')
  return (
    <section className={card.card}>
      <header className={card.cardHead}>
        <h2 className={card.grow}>{t('bill.payments')}</h2>
        <span className={card.note}>{t('bill.ledgerNote')}</span>
      </header>
      <ol style={{ padding: '8px 0' }}>
        {timelineOf(bill).map(event => (
          <Row
            key={`${event.kind}${'id' in event ? event.id : ''}`}
            event={event}
            bill={bill}
            today={today}
            staff={staff}
            noteLink={noteLink}
          />
        ))}
        {lateFee?.applies && lateFee.undecidedMinor > 0 && lateFee.explanation && (
          <li className={css.event}>
            <span className={`${css.dot} ${css.memo}`}>
              <IconAlertCircle size={13} stroke={1.8} aria-hidden />
            </span>
            <span className={card.row}>
              {t('bill.event.lateFee', { rate: formatRate(rate, language) })} <ClauseTag clause="1(4)" /> {decide}
            </span>
            <strong className="tabular">
              <Figure id="late-fee" explanation={explained(lateFee.explanation, { currency: bill.currency, asOf })}>
                {money(lateFee.undecidedMinor)}
              </Figure>
            </strong>
            <span className={css.when}>
              <DateText date={lateFee.asOf} style="short" />
            </span>
          </li>
        )}
      </ol>
    </section>
  )
}

const icons: Record<BillEvent['kind'], Icon> = {
  issued: IconSend,
  payment: IconBuildingBank,
  due: IconCalendarDue,
  claimed: IconGavel,
  waived: IconGavel,
  credited: IconReceiptRefund,
  setOff: IconReceiptRefund,
  writtenOff: IconEraser,
  disputed: IconMessageReport,
  answered: IconMessageCheck,
  refunded: IconArrowBackUp,
}

type RowProps = Pick<Props, 'bill' | 'today' | 'staff' | 'noteLink'> & { event: BillEvent }

function Row({ event, bill, today, staff, noteLink }: RowProps) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const late = event.kind === 'due' && today > event.on && (bill.openMinor ?? 0) > 0
  const Shape = event.kind === 'payment' && event.via === 'stripe' ? IconCreditCard : icons[event.kind]
  const share = (part: string): string => formatPercent(Number(part), language, 0)
  const said = (): ReactNode => {
    switch (event.kind) {
      case 'payment':
        return [t(`bill.event.payment.${event.via}`), staff ? event.reference : ''].filter(Boolean).join(' · ')
      case 'claimed': {
        const where = event.billed ? t('bill.event.onBill') : t('bill.event.toNext')
        return [t('bill.event.claimed', { part: share(event.part) }), where, staff ? event.by : ''].filter(Boolean).join(' · ')
      }
      case 'waived':
        return [t('bill.event.waived'), staff ? event.by : '', staff ? event.reason : ''].filter(Boolean).join(' · ')
      case 'credited': {
        const words = [event.reason, staff ? event.by : ''].filter(Boolean)
        return (
          <>
            {noteLink(event.id, t('bill.event.credited', { number: event.number }))}
            {event.bySettlement && ` · ${t('bill.event.bySettlement')}`}
            {words.length > 0 && ` · ${words.join(' · ')}`}
          </>
        )
      }
      case 'disputed':
        return [t('bill.event.disputed', { line: event.line }), event.reason, event.by].filter(Boolean).join(' · ')
      case 'answered': {
        const what = t(`bill.dispute.outcome.${event.outcome ?? 'stands'}`)
        return [t('bill.why.line', { line: event.line }), what, event.reason, event.by].filter(Boolean).join(' · ')
      }
      default:
        return t(`bill.event.${event.kind}`)
    }
  }
  const minor = 'minor' in event ? event.minor : undefined
  return (
    <li className={css.event}>
      <span className={`${css.dot} ${event.kind === 'payment' ? css.good : late ? css.bad : ''}`}>
        <Shape size={13} stroke={1.8} aria-hidden />
      </span>
      <span>{said()}</span>
      <strong className="tabular">
        {minor === undefined || event.kind === 'waived' ? '' : formatMoney({ currency: bill.currency, minor }, language)}
      </strong>
      <span className={css.when}>{event.on && <DateText date={event.on} style="short" />}</span>
    </li>
  )
}
