import { useTranslation } from '../../i18n/i18n.ts'
import { KeyCap } from '../../parts/KeyboardHelp.tsx'
import css from './ticket.module.css'

/** "4 of 18" in the list one came from; K and J, or a press, go to the one before and after. */
export function Neighbours({ at, of, onGo }: { at: number; of: number; onGo: (step: number) => void }) {
  const { t } = useTranslation('desk')
  if (at < 0) return null
  return (
    <span className={css.neighbours}>
      {t('neighbours.place', { at: at + 1, of })}
      <button type="button" onClick={() => onGo(-1)} disabled={at === 0} aria-label={t('neighbours.previous')}>
        <KeyCap>K</KeyCap>
      </button>
      <button type="button" onClick={() => onGo(1)} disabled={at === of - 1} aria-label={t('neighbours.next')}>
        <KeyCap>J</KeyCap>
      </button>
    </span>
  )
}
