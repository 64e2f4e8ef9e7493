/** The two languages of the product; the value is also the `lang` attribute and the folder of the words. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

/** A text that comes in both languages, as domain data carries it; a bare string is the same in both. */
export type Bilingual = string | { zh: string; en: string }

export const inLanguage = (text: Bilingual, language: Language): string =>
  typeof text === 'string' ? text : language === 'en' ? text.en : text.zh
