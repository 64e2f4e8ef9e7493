import { useTranslation } from '../../i18n/i18n.ts'
import css from './marks.module.css'

/** Four bars: priority 1 fills all, in red, 5 none. `bare` leaves the word to the column beside it. */
export function PriorityBars({ level, bare }: { level: 1 | 2 | 3 | 4 | 5; bare?: boolean }) {
  const { t } = useTranslation('parts')
  return (
    <span className={`${css.bars} ${level === 1 ? css.first : ''}`} title={t('priority.label', { level })}>
      <svg width={14} height={12} viewBox="0 0 14 12" aria-hidden="true">
        {[0, 1, 2, 3].map(bar => (
          <rect
            key={bar}
            x={bar * 3.7}
            y={9 - bar * 3}
            width={2.6}
            height={3 + bar * 3}
            rx={0.8}
            data-on={bar < 5 - level || undefined}
          />
        ))}
      </svg>
      {bare ? <span className="hidden-text">{`P${level}`}</span> : `P${level}`}
    </span>
  )
}
