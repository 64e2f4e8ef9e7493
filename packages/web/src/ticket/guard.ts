import { guardWords } from '@pactdesk/domain/outsourcing/metering/guard-words'
import type { ScopeVerdict } from '@pactdesk/domain/outsourcing/metering/scope-guard'
import { type WorkType, workTypes } from '@pactdesk/domain/outsourcing/metering/work-types'
import { inLanguage, type Language } from '../format/language.ts'

type Guard = Pick<ScopeVerdict, 'key' | 'params'>

/** The out-of-scope guard's sentence: "2(3)(2): quote first, then the client approves, then work". */
export const guardSentence = ({ key, params }: Guard, language: Language): string =>
  inLanguage(guardWords[key], language).replace(/\{(\w+)\}/g, (hole, name: string) => params[name] ?? hole)

/** Why a ticket is judged as it is: the guard's reason by its key, or what a person wrote. */
export function scopeReason({ reason, clause }: { reason: string; clause?: string | undefined }, language: Language): string {
  const key = reason as keyof typeof guardWords
  return key in guardWords ? guardSentence({ key, params: { clause: clause ?? '2' } }, language) : reason
}

/** Kinds of work for a list to choose from, those in the contract first. */
export const kindsOfWork = (language: Language): { value: WorkType; label: string; scope: 'in' | 'out' }[] =>
  workTypes.map(row => ({ value: row.type, label: inLanguage({ zh: row.zh, en: row.en }, language), scope: row.scope }))
