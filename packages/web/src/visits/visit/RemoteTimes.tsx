import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { formatTimeRange } from '../../format/date.ts'
import { formatMinutes } from '../../format/duration.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'

/** Work from elsewhere: when, and how long. */
export function RemoteTimes({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const { begunAt, finishedAt, onSiteMinutes, zone } = visit
  return (
    <p>
      <Tag>{t('remote')}</Tag>{' '}
      {begunAt && finishedAt && (
        <span className="tabular">
          {formatTimeRange(begunAt, finishedAt, zone, language)} · {formatMinutes(onSiteMinutes ?? 0, language)}
        </span>
      )}
    </p>
  )
}
