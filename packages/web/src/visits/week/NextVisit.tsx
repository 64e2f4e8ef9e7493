import { listVisits } from '@pactdesk/domain/outsourcing/field-service/routes'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api/query.ts'
import { formatDate } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import type { useClients } from '../../ticket/use-places.ts'
import { daysOf, weekBeside } from './week.ts'

type Props = { week: string; mine: boolean; clientOf: ReturnType<typeof useClients>['clientOf'] }

/** What comes next when a week is empty: the technician's own next visit, or the first of the following week. */
export function NextVisit({ week, mine, clientOf }: Props) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const after = weekBeside(week, 1)
  const query = mine ? { technician: 'me', from: daysOf(after)[0], limit: 1 } : { week: after, limit: 1 }
  const next = useApiQuery(listVisits, { query }).data?.value.items[0]
  if (!next) return <>{t('emptyText')}</>
  return (
    <>
      {t('nextVisit')}{' '}
      <Link to="/visits/$id" params={{ id: next.id }} search={{ client: next.client } as never}>
        {formatDate(next.date, language, 'day')} · {clientOf(next.client).label}
      </Link>
    </>
  )
}
