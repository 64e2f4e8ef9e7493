import type { Bilingual } from '../service.ts'

export type Language = keyof Bilingual

/** Value of the `lang` attribute. */
export const langTag: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/**
 * The first language we speak among the wishes, which come strongest first: a `lang` parameter, `ui_locales` (space separated, OpenID Connect
 * Core 3.1.2.1), `Accept-Language` (comma separated, weights ignored: browsers send them in order). Chinese if nothing matches.
 */
export function chooseLanguage(...wishes: (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    for (const tag of (wish ?? '').toLowerCase().split(/[\s,]+/)) {
      if (tag.startsWith('zh')) return 'zh'
      if (tag.startsWith('en')) return 'en'
    }
  }
  return 'zh'
}

export const otherLanguage = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')
