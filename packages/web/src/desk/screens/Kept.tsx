import { Select } from '@mantine/core'
import { addMonths, localDateOf, monthOf } from '@pactdesk/domain/kernel/time'
import * as z from 'zod'
import { formatMonth } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { useClients } from '../../ticket/use-places.ts'
import { useNow } from '../../time/use-now.ts'
import { KeptFigures } from '../kept/KeptFigures.tsx'
import css from '../kept/kept.module.css'

const Address = z.object({
  client: z.string().optional().catch(undefined),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional()
    .catch(undefined),
})
const monthsShown = 13

/** Did we keep our word? One client, one month; no average over clients hides one. */
export default function Kept() {
  const { t } = useTranslation('desk')
  const language = useLanguage()
  const zone = useProviderZone()
  const { clients } = useClients()
  const today = localDateOf(new Date(useNow()).toISOString(), zone)
  const [{ client = clients[0]?.id, month = monthOf(today) }, change] = useAddress(Address)
  const first = `${monthOf(today)}-01`
  const months = Array.from({ length: monthsShown }, (_, back) => monthOf(addMonths(first, -back)))
  return (
    <ConsolePage crumbs={[{ label: t('desk'), to: '/desk' }, { label: t('kept.title') }]} zone={zone}>
      <div className={css.bar}>
        <Select
          label={t('call.client')}
          data={clients.map(({ id, label }) => ({ value: id, label }))}
          value={client ?? null}
          onChange={value => change({ client: value ?? undefined })}
          allowDeselect={false}
          searchable
        />
        <Select
          label={t('kept.month')}
          data={months.map(value => ({ value, label: formatMonth(value, language) }))}
          value={month}
          onChange={value => change({ month: value ?? undefined })}
          allowDeselect={false}
        />
      </div>
      {client ? (
        <KeptFigures client={client} month={month} zone={zone} tickets="/desk/tickets" />
      ) : (
        <EmptyState kind="not-begun" title={t('kept.noClient')} />
      )}
    </ConsolePage>
  )
}
