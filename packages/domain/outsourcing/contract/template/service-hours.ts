import { type ServiceCalendar, type Window, weekdays } from '../../../service-delivery/service-level/index.ts'
import type { Language } from './template.ts'

const dayNames = { zh: ['一', '二', '三', '四', '五', '六', '日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] }

/** The weekly windows in words: `周一至周五 09:00–12:00、13:00–18:00（Asia/Shanghai，…）`. */
export function printServiceHours(calendar: ServiceCalendar, language: Language): string {
  const groups: { first: number; last: number; windows: Window[] }[] = []
  for (const [at, weekday] of weekdays.entries()) {
    const windows = calendar.weekly[weekday] ?? []
    const last = groups.at(-1)
    if (windows.length === 0) continue
    if (last && last.last === at - 1 && JSON.stringify(last.windows) === JSON.stringify(windows)) last.last = at
    else groups.push({ first: at, last: at, windows })
  }
  const hours = groups.map(group => `${printDays(group, language)} ${printWindows(group.windows, language)}`)
  const holidays = calendar.publicHolidays === 'CN' ? holidayRule[language] : ''
  return language === 'zh'
    ? `${hours.join('；')}（时区 ${calendar.timezone}${holidays}）`
    : `${hours.join('; ')} (zone ${calendar.timezone}${holidays})`
}

const holidayRule = {
  zh: '；国家法定节假日除外，调休上班日按平日工作时间计',
  en: '; not on public holidays of China; make-up working days have the hours of a normal weekday',
}

function printDays({ first, last }: { first: number; last: number }, language: Language): string {
  const names = dayNames[language]
  if (language === 'zh') return first === last ? `周${names[first]}` : `周${names[first]}至周${names[last]}`
  return first === last ? names[first]! : `${names[first]} to ${names[last]}`
}

const printWindows = (windows: readonly Window[], language: Language) =>
  windows.map(([opens, closes]) => `${opens}–${closes}`).join(language === 'zh' ? '、' : ' and ')
