import type { ArrivalSpread } from '@pactdesk/domain/outsourcing/contract/living'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './living.module.css'
import { barsOf } from './spread.ts'

const step = 13
const height = 30

/** How long arrivals took, against the dotted line of the promise; late ones are red and named. */
export function Spread({ minutes, promised }: ArrivalSpread) {
  const { t } = useTranslation('contracts')
  if (promised === undefined || minutes.length < 3) return null
  const bars = barsOf(minutes, promised)
  const most = Math.max(...bars.map(({ count }) => count))
  const worst = minutes.at(-1) ?? 0
  const at = bars.filter(({ late }) => !late).length * step
  return (
    <svg
      className={css.spread}
      width={bars.length * step + 24}
      height={height + 16}
      role="img"
      aria-label={t('living.spread', { count: minutes.length, promised, worst })}
    >
      <line x1={0} x2={bars.length * step + 8} y1={height + 0.5} y2={height + 0.5} className={css.axis} />
      {bars.map(({ from, count, late }, index) => {
        const tall = count === 0 ? 0 : Math.max(3, (count / most) * height)
        return (
          <rect
            key={from}
            x={index * step + 1}
            y={height - tall}
            width={step - 3}
            height={tall}
            rx={1}
            data-late={late || undefined}
          />
        )
      })}
      <line x1={at} x2={at} y1={0} y2={height} className={css.promised} />
      <text x={at} y={height + 13} textAnchor="middle">
        {promised}
      </text>
      {worst > promised && (
        <text x={Math.min(bars.length * step, (worst / (bars[0]?.to ?? 1)) * step)} y={height + 13} textAnchor="middle" data-late>
          {worst}
        </text>
      )}
    </svg>
  )
}
