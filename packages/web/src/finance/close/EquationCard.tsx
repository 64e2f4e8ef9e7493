import type { MonthView } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { formatMonth, formatTime } from '../../format/date.ts'
import { formatMinutes } from '../../format/duration.ts'
import { formatMoney } from '../../format/money.ts'
import { formatNumber } from '../../format/number.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { type UnitState, unitIcons, unitStates } from '../../parts/marks/UnitStateChip.tsx'
import card from '../parts/finance.module.css'
import css from './close.module.css'
import { agrees, type Cell, onDraft, sixStates, unitsOfStates } from './figures.ts'

const bars: Record<UnitState, string | undefined> = {
  waiting: css.waitingBar,
  covered: css.coveredBar,
  billable: css.billableBar,
  billed: css.billedBar,
  'written-off': css.writtenBar,
  disputed: css.disputedBar,
}

type Props = {
  month: string
  currency: string
  total: MonthView['total']
  /** Minor units by which what was issued differs from the ledger. */
  ledgerDifferenceMinor: number
  computed: { at: string; zone: string }
  onPick?: (state: UnitState) => void
}

/** Delivered = six states, in units and money; below it what must agree, and does. */
export function EquationCard({ month, currency, total, ledgerDifferenceMinor, computed, onPick }: Props) {
  const { t } = useTranslation('finance')
  const { t: p } = useTranslation('parts')
  const language = useLanguage()
  const states = sixStates(total)
  const drafted = onDraft(total)
  const money = (minor: number): string => formatMoney({ currency, minor }, language)
  const below = (state: UnitState, cell: Cell): string =>
    state === 'covered' || (cell.minor === 0 && cell.minutes > 0) ? formatMinutes(cell.minutes, language) : money(cell.minor)
  const sum = formatNumber(unitsOfStates(total), language)
  const delivered = formatNumber(total.delivered.units, language)
  const whole = agrees(total)
  return (
    <section className={card.card} aria-label={t('close.delivered', { month: formatMonth(month, language) })}>
      <div className={css.equation}>
        <div>
          <div className={css.label}>{t('close.delivered', { month: formatMonth(month, language) })}</div>
          <div className={css.big}>{delivered}</div>
          <div className={css.small}>{money(total.delivered.minor)}</div>
        </div>
        <span className={css.equals} aria-hidden="true">
          =
        </span>
        {unitStates.map(state => {
          const cell = states[state]
          const Icon = unitIcons[state]
          const number = formatNumber(cell.units, language)
          const tone = cell.units === 0 ? '' : state === 'waiting' ? css.waiting : state === 'disputed' ? css.disputed : ''
          return (
            <div key={state}>
              <div className={css.label}>
                <Icon size={15} stroke={1.6} aria-hidden />
                {p(`unit.${state}`)}
              </div>
              <div className={`${css.big} ${tone}`}>
                {cell.units > 0 && onPick ? (
                  <button
                    type="button"
                    className={css.pick}
                    onClick={() => onPick(state)}
                    title={t('close.opened', { count: cell.units })}
                    aria-label={`${p(`unit.${state}`)} ${number}`}
                  >
                    {number}
                  </button>
                ) : (
                  number
                )}
              </div>
              <div className={css.small}>{cell.units > 0 ? below(state, cell) : '–'}</div>
              {state === 'billable' && drafted > 0 && <div className={css.small}>{t('close.onDraft', { count: drafted })}</div>}
            </div>
          )
        })}
      </div>
      <div className={css.bar} aria-hidden="true">
        {unitStates
          .filter(state => states[state].units > 0)
          .map(state => (
            <span key={state} className={bars[state]} style={{ flexGrow: states[state].units }} />
          ))}
      </div>
      <div className={css.checks}>
        <Check good={whole}>
          {whole ? t('close.check.sum', { sum, delivered }) : t('close.check.sumOff', { sum, delivered })}
        </Check>
        <Check good={ledgerDifferenceMinor === 0}>{t('close.check.ledger', { amount: money(ledgerDifferenceMinor) })}</Check>
        <span className={card.grow} />
        <span className={card.note}>{t('close.computed', { time: formatTime(computed.at, computed.zone, language) })}</span>
      </div>
    </section>
  )
}

function Check({ good, children }: { good: boolean; children: string }) {
  const Icon = good ? IconCircleCheck : IconAlertTriangle
  return (
    <span className={`${css.check} ${good ? '' : css.off}`}>
      <Icon size={15} stroke={1.8} aria-hidden />
      {children}
    </span>
  )
}
