import { SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { DraftTerms } from '@pactdesk/domain/outsourcing/contract/draft-terms'
import { previewContract } from '@pactdesk/domain/outsourcing/contract/routes'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import type { Language } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { ContractWords } from '../text/ContractWords.tsx'
import css from './draft.module.css'

const pause = 350

/** Words and issues of the terms, asked for when typing pauses; the last answer stays while the next is on its way. */
export function usePreview(client: string, terms: DraftTerms | undefined) {
  const [settled] = useDebouncedValue(terms, pause)
  const answer = useQuery({
    queryKey: ['contract-preview', client, settled],
    enabled: settled !== undefined,
    queryFn: async ({ signal }) => {
      if (!settled) throw new Error('nothing to preview')
      return (await api.call(previewContract, { params: { client }, body: { terms: settled }, signal })).value
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const behind = settled !== terms || answer.isFetching || terms === undefined
  return { answer, shownTerms: settled, behind }
}

/** The contract beside the form, as both parties will read it. */
export function Preview({ preview }: { preview: ReturnType<typeof usePreview> }) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const [shown, setShown] = useState<Language | 'both'>(language)
  const { answer, shownTerms, behind } = preview
  const languages: Language[] = shown === 'both' ? ['zh-CN', 'en'] : [shown]
  return (
    <section className={css.preview} aria-label={t('draft.preview')}>
      <div className={css.previewBar}>
        <span aria-live="polite">{behind ? t('draft.previewBehind') : t('draft.previewNow')}</span>
        <SegmentedControl
          size="xs"
          value={shown}
          onChange={next => setShown(next as typeof shown)}
          data={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
            { value: 'both', label: t('draft.both') },
          ]}
        />
      </div>
      {answer.data ? (
        <div className={`${css.paper} ${behind ? css.old : ''} ${shown === 'both' ? css.both : ''}`}>
          <ContractWords text={answer.data.text} terms={shownTerms} languages={languages} />
        </div>
      ) : answer.error ? (
        <ErrorPanel title={t('draft.previewFailed')} error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <Skeletons shape="lines" count={12} />
      )}
    </section>
  )
}
