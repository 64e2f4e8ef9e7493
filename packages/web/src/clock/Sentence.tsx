import type { ClockExplanation } from '@pactdesk/domain/service-delivery/service-level/explain'
import { Trans } from 'react-i18next'
import { formatDateTime } from '../format/date.ts'
import { formatMinutes } from '../format/duration.ts'
import { viewerZone, zoneName } from '../format/zone.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { ClauseTag } from '../parts/marks/ClauseTag.tsx'

type Props = { explanation: ClockExplanation; zone: string; contract?: string | undefined; portal?: boolean | undefined }

/** `clock.sentence.<state>`: which clause promises what, how it counts, and when it is due in both zones. */
export function Sentence({ explanation, zone, contract, portal }: Props) {
  const { t } = useTranslation('clock')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const { params, figures, deadline } = explanation
  const own = viewerZone()
  const time = (minutes: number): string => formatMinutes(minutes, language)
  const both = (instant: string | undefined | null): string => {
    if (!instant) return ''
    const there = t('inZone', { time: formatDateTime(instant, zone, language), zone: zoneName(zone, language) })
    if (own === zone) return there
    return there + t('inOwn', { time: formatDateTime(instant, own, language), zone: zoneName(own, language) })
  }
  const waits = figures.waitingFor
  const whom = waits === 'client' || waits === 'part' || waits === 'supplier' ? part(`waitsFor.${waits}`) : (waits ?? '')
  const excludedBy = figures.excludedBy ?? ''
  return (
    <p style={{ fontSize: 'var(--fs-14)', lineHeight: 'var(--lh-14)' }}>
      <Trans
        t={t}
        i18nKey={`sentence.${figures.state}`}
        components={{
          clause: <ClauseTag clause={String(params.clause)} {...(contract && { contract })} {...(portal && { portal })} />,
          b: <strong />,
        }}
        values={{
          promise: part(`promise.name.${params.promise as 'restore'}`),
          target: time(Number(params.targetMinutes)),
          basis: t(params.basis === 'working' ? 'basis.working' : 'basis.elapsed'),
          used: time(figures.consumedMinutes),
          left: time(figures.remainingMinutes),
          late: time(-figures.remainingMinutes),
          due: both(deadline),
          stopped: both(figures.stoppedAt),
          resumes: both(figures.resumesAt),
          whom,
          why: excludedBy in excluded ? t(`excluded.${excludedBy as keyof typeof excluded}`) : excludedBy,
        }}
      />
      {figures.provisional && ` ${t('provisional')}`}
    </p>
  )
}

/** Why a clock left attainment, where it was no clause. */
const excluded = { cancel: true, exclude: true, 'out-of-scope': true, withdrawn: true, merged: true } as const
