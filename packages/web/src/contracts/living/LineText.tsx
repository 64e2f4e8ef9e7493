import type { ClauseLine } from '@pactdesk/domain/outsourcing/contract/living'
import i18next from 'i18next'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { lineParams } from './line-params.ts'
import css from './living.module.css'

/** Words of one line: what counts in bold, what it rests on below it. */
export function useLineWords(): (line: ClauseLine) => { head: string; more?: string } {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  return line => {
    const params = lineParams(line, language)
    const say = (part: string): string | undefined =>
      i18next.exists(`contracts:line.${line.code}.${part}`)
        ? String(t(`line.${line.code}.${part}` as 'line.term.day.head', params as never))
        : undefined
    const more = say('more')
    return { head: say('head') ?? line.code, ...(more && { more }) }
  }
}

export function LineText({ line, strong }: { line: ClauseLine; strong: boolean }) {
  const { head, more } = useLineWords()(line)
  return (
    <p className={css.line}>
      {strong ? <strong>{head}</strong> : head}
      {more && <small>{more}</small>}
    </p>
  )
}
