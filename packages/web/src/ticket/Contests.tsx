import type { PauseContest } from '@pactdesk/domain/service-support/incident/ticket'
import { IconGavel, IconHourglass } from '@tabler/icons-react'
import { formatDateTime } from '../format/date.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { Tag } from '../parts/marks/Tag.tsx'
import css from './contests.module.css'

/** Every pause that the client did not accept, with its words and staff's answer; the latest first. Read by both sides. */
export function Contests({ contests, zone }: { contests: readonly PauseContest[]; zone: string }) {
  const { t } = useTranslation('ticket')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const when = (instant: string): string => formatDateTime(instant, zone, language)
  return (
    <ul className={css.contests}>
      {contests.toReversed().map(({ since, on, by, at, text, decision }) => (
        <li key={`${since}${on}`}>
          <p className={css.head}>
            <span>{t('contest.pause', { whom: part(`waitsFor.${on}`), when: when(since) })}</span>
            <Tag tone={decision ? 'quiet' : 'warn'} icon={decision ? IconGavel : IconHourglass}>
              {t(`contest.${decision?.outcome ?? 'open'}`)}
            </Tag>
          </p>
          <p>
            {by.name}: {text} <small>{when(at)}</small>
          </p>
          {decision && (
            <p>
              {decision.by.name}: {decision.reason} <small>{when(decision.at)}</small>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
