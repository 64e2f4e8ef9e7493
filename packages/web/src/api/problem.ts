import { ProblemError } from '@pactdesk/domain/kernel/client'
import type { Problem } from '@pactdesk/domain/kernel/route'
import i18next from 'i18next'
import { useTranslation } from '../i18n/i18n.ts'

export { ProblemError }

/** The key comes from the server, so its type can't be known. */
const coded = (key: string, values: Record<string, unknown>): string =>
  (i18next.t as (key: string, values: Record<string, unknown>) => string)(key, values)

export const problemOf = (error: unknown): Problem | undefined => (error instanceof ProblemError ? error.problem : undefined)

/** 412: the version shown is no longer the current one. 409 with `.version` in its code says the same after retries. */
export const isStale = (error: unknown): boolean => {
  const problem = problemOf(error)
  return problem?.status === 412 || (problem?.status === 409 && /\.(stale|version)/.test(problem.code))
}

/** Whether trying the very same thing again may succeed: no answer, overload, or a failure of the server. */
export const mayRetry = (error: unknown): boolean => {
  const status = problemOf(error)?.status
  return status === undefined || status === 408 || status === 429 || status >= 500
}

/** One thing of several that a refusal names, in the reader's language where it has a code with words. */
export function useErrorText(): (error: NonNullable<Problem['errors']>[number]) => string {
  useTranslation('problems')
  return ({ code, detail, params }) => {
    const key = `problems:${code}`
    return code && i18next.exists(key) ? coded(key, params ?? {}) : detail
  }
}

/**
 * A sentence for people. Chinese words for a stable code live under `problems`; English is what the server wrote, except where
 * a kind of refusal says it better.
 */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('parts')
  useTranslation('problems')
  return error => {
    const problem = problemOf(error)
    if (!problem) return t('error.offline')
    const key = `problems:${problem.code}`
    if (i18next.exists(key)) return coded(key, problem.params ?? {})
    if (problem.status === 403) return t('error.forbidden')
    if (problem.status === 404) return t('error.notFound')
    if (problem.status === 412) return t('error.stale')
    if (problem.status >= 500) return t('error.server')
    return problem.detail
  }
}
