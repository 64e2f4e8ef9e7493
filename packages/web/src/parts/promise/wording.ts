import type { TFunction } from 'i18next'
import { formatDateTime, formatTime, formatWeekdayTime } from '../../format/date.ts'
import { formatMinutes, formatSeconds } from '../../format/duration.ts'
import type { Language } from '../../format/language.ts'
import type { PromiseView, Shown } from './promise.ts'

type Words = TFunction<'parts'>
export type Wording = { t: Words; language: Language; zone: string }

/** The words on a chip. Minutes are whole ones already passed or still full, so 65 s left is one minute. */
export function wordsOf(view: PromiseView, shown: Shown, { t, language, zone }: Wording): string {
  const days = 'basis' in view && view.basis === 'wall'
  const time = (minutes: number): string => formatMinutes(minutes, language, { style: 'chip', days })
  if ('leftMs' in shown) {
    if (shown.leftMs < 1000) return t('promise.dueNow')
    const left = shown.seconds ? formatSeconds(shown.leftMs / 1000, language) : time(shown.leftMs / 60_000)
    return t(view.promise === 'respond' ? 'promise.leftToReply' : 'promise.left', { time: left })
  }
  if ('overMs' in shown) return t('promise.over', { time: time(shown.overMs / 60_000) })
  switch (view.state) {
    case 'running':
    case 'outside': {
      const starts = view.state === 'running' ? view.resumesAt : view.startsAt
      return starts ? t('promise.starts', { when: formatWeekdayTime(starts, zone, language) }) : t('promise.startsLater')
    }
    case 'paused':
      return t('promise.pausedFor', { whom: t(`waitsFor.${view.waitsFor}`) })
    case 'met':
      if (view.earlyMinutes !== undefined) return t('promise.metEarly', { time: time(view.earlyMinutes) })
      return view.usedMinutes === undefined ? t('promise.met') : t('promise.metIn', { time: time(view.usedMinutes) })
    case 'missed':
      return view.lateMinutes ? t('promise.missedBy', { time: time(view.lateMinutes) }) : t('promise.missed')
    case 'excluded':
      return view.clause ? t('promise.excludedBy', { clause: view.clause }) : t('promise.excluded')
    case 'none':
      return view.billedAs ? t('promise.noneBilled', { how: t(`billedAs.${view.billedAs}`) }) : t('promise.none')
  }
}

/** What a pointer at rest and a screen reader learn besides: which promise, its state in a word, when due, as of when. */
export function detailOf(view: PromiseView, shown: Shown, lostSince: number | undefined, { t, language, zone }: Wording): string {
  const due = 'dueAt' in view && view.dueAt ? t('promise.due', { when: formatDateTime(view.dueAt, zone, language) }) : ''
  const lost =
    lostSince === undefined ? '' : t('promise.asOf', { time: formatTime(new Date(lostSince).toISOString(), zone, language) })
  return [t(`promise.name.${view.promise}`), t(`promise.state.${shown.state}`), due, lost].filter(Boolean).join(' · ')
}
