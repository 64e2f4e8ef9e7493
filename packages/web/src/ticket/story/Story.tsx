import { Button } from '@mantine/core'
import { getTimeline } from '@pactdesk/domain/service-support/incident/routes'
import { useEffect, useRef, useState } from 'react'
import { useApiPages } from '../../api/query.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import type { TicketRef } from '../use-ticket.ts'
import { Entry } from './Entry.tsx'
import { fold } from './fold.ts'
import css from './story.module.css'

type Props = {
  of: TicketRef
  zone: string
  portal?: boolean
  /** Only the latest words, for a preview. */
  latest?: number
  /** Opens where the talk stands now: the oldest is a scroll away, as in any long conversation. */
  fromLatest?: boolean
}

/** Talk and events in one line, the oldest on top; older pages are asked for above, a long silence is folded. */
export function Story({ of, zone, portal, latest, fromLatest }: Props) {
  const { t } = useTranslation('ticket')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const pages = useApiPages(getTimeline, { params: of, query: { limit: 50 } }, value => value, { live: true })
  const end = useRef<HTMLDivElement>(null)
  const loaded = pages.data !== undefined
  useEffect(() => {
    if (loaded && fromLatest) end.current?.scrollIntoView({ block: 'end' })
  }, [loaded, fromLatest])
  if (pages.error && !pages.items)
    return <ErrorPanel title={t('story.failed')} error={pages.error} onRetry={() => void pages.refetch()} />
  if (!pages.data) return <Skeletons shape="lines" count={latest ? 3 : 6} />
  // Each page is in order of time, the newest page first.
  const entries = pages.data.pages.toReversed().flatMap(page => page.value.items)
  const shown = latest ? entries.filter(entry => entry.kind !== 'event').slice(-latest) : entries
  if (shown.length === 0) return <p className={css.none}>{t('story.none')}</p>
  return (
    <>
      {!latest && pages.hasNextPage && (
        <div className={css.older}>
          <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
            {t('story.older')}
          </Button>
        </div>
      )}
      <ol className={`${css.story} ${latest ? css.preview : ''}`} aria-label={t('story.label')}>
        {fold(shown, open).map(told =>
          told.kind === 'entry' ? (
            <Entry key={told.entry.id} entry={told.entry} zone={zone} portal={portal} />
          ) : (
            <li key={told.key} className={css.fold}>
              <button type="button" onClick={() => setOpen(new Set([...open, told.key]))}>
                {t('story.folded', { count: told.entries.length })}
              </button>
            </li>
          ),
        )}
      </ol>
      <div ref={end} className={css.end} />
    </>
  )
}
