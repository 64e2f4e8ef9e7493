import type { Language } from './language.ts'

/** `chip` is `1h 05m`, `text` is `1 h 05 min`, `table` is `1 h 05`; Chinese has one form, `1 小时 05 分`. */
export type DurationStyle = 'chip' | 'text' | 'table'

type Units = { d: string; h: string; m: string; s: string; gap: string }

const english: Record<DurationStyle, Units> = {
  chip: { d: 'd', h: 'h', m: 'm', s: 's', gap: '' },
  text: { d: 'd', h: 'h', m: 'min', s: 's', gap: ' ' },
  table: { d: 'd', h: 'h', m: 'min', s: 's', gap: ' ' },
}
const chinese: Units = { d: '天', h: '小时', m: '分', s: '秒', gap: ' ' }

const two = (n: number): string => n.toString().padStart(2, '0')

/**
 * Minutes as hours and minutes; the sign is dropped, the words around it say early or late.
 * Days (of 24 h) only with `days`: a day of counted working time would not be a day of the calendar.
 */
export function formatMinutes(
  minutes: number,
  language: Language,
  { style = 'text', days = false }: { style?: DurationStyle; days?: boolean } = {},
): string {
  const all = Math.floor(Math.abs(minutes))
  const units = language === 'en' ? english[style] : chinese
  const one = (n: number | string, unit: string): string => `${n}${units.gap}${unit}`
  const d = days ? Math.floor(all / 1440) : 0
  const h = Math.floor((all - d * 1440) / 60)
  const m = all % 60
  if (d) {
    if (style === 'chip') return h ? `${one(d, units.d)} ${one(h, units.h)}` : one(d, units.d)
    if (!h && !m) return one(d, units.d)
  }
  if (!d && !h) return one(m, units.m)
  const hours = one(h, units.h)
  const end =
    !m && style !== 'table'
      ? hours
      : language === 'en' && style === 'table'
        ? `${hours} ${two(m)}`
        : `${hours} ${one(two(m), units.m)}`
  return d ? `${one(d, units.d)} ${end}` : end
}

/** The last five minutes, `4m 09s` / `4 分 09 秒`. */
export function formatSeconds(seconds: number, language: Language): string {
  const all = Math.floor(Math.abs(seconds))
  const units = language === 'en' ? english.chip : chinese
  const m = Math.floor(all / 60)
  const s = all % 60
  return m ? `${m}${units.gap}${units.m} ${two(s)}${units.gap}${units.s}` : `${s}${units.gap}${units.s}`
}

/** Whole minutes for a column, `95 min` / `95 分钟`. */
export const formatWorked = (minutes: number, language: Language): string =>
  language === 'en' ? `${minutes} min` : `${minutes} 分钟`
