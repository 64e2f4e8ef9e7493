import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconMinus,
  IconMoon,
  IconPlayerPauseFilled,
  IconX,
} from '@tabler/icons-react'
import { useLostSince } from '../../api/connection.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useNow } from '../../time/use-now.ts'
import css from './PromiseChip.module.css'
import { type PromiseView, reachesAt, type ShownState, shownAt } from './promise.ts'
import { detailOf, wordsOf } from './wording.ts'

const shapes: Record<Exclude<ShownState, 'running'>, typeof IconCheck> = {
  'at-risk': IconAlertTriangle,
  over: IconAlertOctagon,
  paused: IconPlayerPauseFilled,
  outside: IconMoon,
  met: IconCheck,
  missed: IconX,
  excluded: IconBan,
  none: IconMinus,
}

type Props = {
  view: PromiseView
  /** The contract's zone: start times are told in it. */
  zone: string
  /** Put the promise's name before the words, where several promises stand side by side. */
  named?: boolean
}

/**
 * A promise in shape, words and colour. It counts by itself on the app's one ticker; a change of state is announced to
 * screen readers, a tick is not.
 */
export function PromiseChip({ view, zone, named }: Props) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  const lostSince = useLostSince()
  const now = useNow(reachesAt(view))
  const shown = shownAt(view, now)
  const wording = { t, language, zone }
  const words = wordsOf(view, shown, wording)
  const detail = detailOf(view, shown, lostSince, wording)
  const Shape = shown.state === 'running' ? undefined : shapes[shown.state]
  return (
    <span className={`${css.chip} ${css[shown.state]}`} data-promise={shown.state} title={detail}>
      {Shape ? <Shape size={14} stroke={1.8} aria-hidden /> : <Ring used={'used' in shown ? shown.used : 0} />}
      <span>{named ? `${t(`promise.name.${view.promise}`)} ${words}` : words}</span>
      <span className="hidden-text" aria-live="polite">
        {t(`promise.state.${shown.state}`)}
      </span>
    </span>
  )
}

const circumference = 2 * Math.PI * 5

/** Fills with the part used. */
function Ring({ used }: { used: number }) {
  return (
    <svg className={css.ring} width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
      <circle className={css.track} cx={7} cy={7} r={5} />
      <circle
        className={css.used}
        cx={7}
        cy={7}
        r={5}
        strokeDasharray={circumference}
        strokeDashoffset={circumference * (1 - used)}
      />
    </svg>
  )
}
