import i18next, { type BackendModule } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type Language, languages } from '../format/language.ts'
import type { Areas } from './areas.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: Areas
    defaultNS: 'parts'
    returnNull: false
  }
}

const files = import.meta.glob<{ default: Record<string, unknown> }>('./{zh-CN,en}/*.ts')

const areas = Object.keys(files).flatMap(file => /^\.\/en\/(.+)\.ts$/.exec(file)?.[1] ?? [])

/** Words are loaded with the area that needs them, one small file a language. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, area, done) => {
    const load = files[`./${language}/${area}.ts`]
    if (!load) return done(new Error(`no words for ${area} in ${language}`), null)
    load().then(
      file => done(null, file.default),
      reason => done(reason instanceof Error ? reason : new Error(String(reason)), null),
    )
  },
}

const storageKey = 'pactdesk.language'

const isLanguage = (text: string | null): text is Language => languages.includes(text as Language)

function firstLanguage(): Language {
  const stored = localStorage.getItem(storageKey)
  if (isLanguage(stored)) return stored
  return navigator.languages.some(language => language.toLowerCase().startsWith('zh')) ? 'zh-CN' : 'en'
}

function markPage(language: string): void {
  document.documentElement.lang = language
}

export async function startWords(): Promise<void> {
  i18next.on('languageChanged', markPage)
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      fallbackLng: false,
      supportedLngs: languages,
      ns: ['parts', 'layout'],
      defaultNS: 'parts',
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    })
  // Words of another area inside a screen (the state of a visit on a ticket) must not blank it while they are fetched.
  void i18next.loadNamespaces(areas)
}

/** The other words of an area's components: `const { t } = useTranslation('desk')`. */
export { useTranslation }

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : 'zh-CN'
}

/** Changes the language everywhere and remembers it on this device. */
export function changeLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
  void i18next.changeLanguage(language)
}

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'zh-CN' : 'en')
