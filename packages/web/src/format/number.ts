import type { Language } from './language.ts'

const formatters = new Map<string, Intl.NumberFormat>()

/** One `Intl.NumberFormat` per language and shape: they are dear to build and a queue needs hundreds. */
export function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(language, options)
  formatters.set(key, made)
  return made
}

/** The typographic minus of the screens; `Intl` writes a hyphen. */
export const withMinus = (text: string): string => text.replace(/^(\D*)-/, '−$1')

/** `2,418`; fractions as given, at most `fraction` digits (default 2). */
export const formatNumber = (value: number, language: Language, fraction = 2): string =>
  withMinus(numberFormat(language, { maximumFractionDigits: fraction }).format(value))

/** Share 0–1 as `97.7 %` in English, `97.7%` in Chinese; one decimal unless told. */
export function formatPercent(share: number, language: Language, fraction = 1): string {
  const digits = withMinus(
    numberFormat(language, { minimumFractionDigits: fraction, maximumFractionDigits: fraction }).format(share * 100),
  )
  return language === 'en' ? `${digits} %` : `${digits}%`
}

/** A decimal rate such as `0.06` as `6 %`; the digits are shifted as text, so `0.065` is exactly `6.5 %`. */
export function formatRate(rate: string, language: Language): string {
  const [whole = '0', fraction = ''] = rate.split('.')
  const shifted = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1')
  const rest = fraction.slice(2).replace(/0+$/, '')
  const digits = withMinus(rest ? `${shifted}.${rest}` : shifted)
  return language === 'en' ? `${digits} %` : `${digits}%`
}
