import type { MonthView } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { formatNumber } from '../../format/number.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { type UnitState, unitStates } from '../../parts/marks/UnitStateChip.tsx'
import card from '../parts/finance.module.css'
import css from './close.module.css'
import { agrees, sixStates } from './figures.ts'

export type Picked = { kind: string; state: UnitState }
type Kind = 'time' | 'visit' | 'part' | 'device-day'

type Props = { month: MonthView; picked: Picked | undefined; onPick: (picked: Picked) => void }

/** One row a kind of unit, one column a state; each figure opens its list. */
export function Matrix({ month, picked, onPick }: Props) {
  const { t } = useTranslation('finance')
  const { t: p } = useTranslation('parts')
  const language = useLanguage()
  const write = (units: number): string => (units === 0 ? '–' : formatNumber(units, language))
  const row = (kind: string, label: string, counts: MonthView['total']) => {
    const states = sixStates(counts)
    const Mark = agrees(counts) ? IconCheck : IconAlertTriangle
    return (
      <>
        <th scope="row">{label}</th>
        {unitStates.map(state => {
          const { units } = states[state]
          const tone = state === 'waiting' ? css.waiting : state === 'disputed' ? css.disputed : ''
          const pressed = picked?.kind === kind && picked.state === state
          return (
            <td key={state} className={card.num}>
              {units === 0 ? (
                <span className={card.quiet}>–</span>
              ) : (
                <button
                  type="button"
                  className={`${css.cell} ${tone}`}
                  aria-pressed={pressed}
                  aria-label={`${label}, ${p(`unit.${state}`)}: ${units}`}
                  onClick={() => onPick({ kind, state })}
                >
                  {write(units)}
                </button>
              )}
            </td>
          )
        })}
        <td className={card.num}>
          <Mark
            size={14}
            stroke={2}
            aria-hidden
            style={{ verticalAlign: -2, marginRight: 6 }}
            color={agrees(counts) ? 'var(--good-solid)' : 'var(--bad-solid)'}
          />
          <strong>{write(counts.delivered.units)}</strong>
        </td>
      </>
    )
  }
  return (
    <div className={card.card}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className={card.scroll} tabIndex={0} aria-label={t('close.unit')}>
        <table className={card.table}>
          <thead>
            <tr>
              <th scope="col">{t('close.unit')}</th>
              {unitStates.map(state => (
                <th scope="col" key={state} className={card.num}>
                  {p(`unit.${state}`)}
                </th>
              ))}
              <th scope="col" className={card.num}>
                {t('close.deliveredColumn')}
              </th>
            </tr>
          </thead>
          <tbody>
            {month.kinds.map(({ kind, ...counts }) => (
              <tr key={kind}>{row(kind, t(`close.kind.${kind as Kind}`), counts)}</tr>
            ))}
          </tbody>
          <tfoot>
            <tr>{row('', t('close.sum'), month.total)}</tr>
          </tfoot>
        </table>
      </section>
    </div>
  )
}
