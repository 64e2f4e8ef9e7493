import type { Language } from './language.ts'

/** Chinese names of the cities after which zones are named; others keep the name of the zone database. */
const chinese: Record<string, string> = {
  Shanghai: '上海',
  Urumqi: '乌鲁木齐',
  Hong_Kong: '香港',
  Macau: '澳门',
  Taipei: '台北',
  Tokyo: '东京',
  Seoul: '首尔',
  Singapore: '新加坡',
  Sydney: '悉尼',
  Melbourne: '墨尔本',
  London: '伦敦',
  Paris: '巴黎',
  Berlin: '柏林',
  New_York: '纽约',
  Los_Angeles: '洛杉矶',
}

/** `Asia/Shanghai` as `Shanghai` / `上海`. */
export function zoneName(zone: string, language: Language): string {
  const city = zone.slice(zone.lastIndexOf('/') + 1)
  return (language === 'en' ? undefined : chinese[city]) ?? city.replaceAll('_', ' ')
}

/** The zone of this device: for the viewer's own grey clock only, never for a promise. */
export const viewerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
