import { Select } from '@mantine/core'
import { getBalances, listJournal } from '@pactdesk/domain/service-delivery/financial/routes'
import * as z from 'zod'
import { useApiQuery } from '../../api/query.ts'
import { formatMonth } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { earlier, lastDayOf } from '../address.ts'
import { Balances } from '../ledger/Balances.tsx'
import { Journal } from '../ledger/Journal.tsx'
import css from '../ledger/ledger.module.css'
import { FinanceTabs } from '../parts/FinanceTabs.tsx'
import card from '../parts/finance.module.css'
import { MonthPicker } from '../parts/MonthPicker.tsx'
import { useClients, useToday } from '../parts/use-finance.ts'

const Address = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  client: z.string().max(16).optional(),
})

/** The journal of a month beside the balances at its end, or today in the month that runs. */
export default function Ledger() {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const [address, change] = useAddress(Address)
  const { clients } = useClients()
  const today = useToday()
  const month = address.month ?? today.slice(0, 7)
  const end = lastDayOf(month)
  const asOf = earlier(end, today)
  const of = address.client ? { client: address.client } : {}
  const journal = useApiQuery(listJournal, { query: { from: `${month}-01`, to: end, ...of } })
  const balances = useApiQuery(getBalances, { query: { asOf, ...of } })
  return (
    <ConsolePage
      crumbs={[{ label: t('section') }, { label: t('nav.ledger') }]}
      action={<MonthPicker month={month} latest={today.slice(0, 7)} onChange={next => change({ month: next })} />}
    >
      <FinanceTabs />
      <div className={card.between} style={{ marginBottom: 16 }}>
        <h2 className={card.title}>{t('ledger.title')}</h2>
        <Select
          aria-label={t('client')}
          placeholder={t('allClients')}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          data={clients.map(({ id, name }) => ({ value: id, label: name }))}
          value={address.client ?? null}
          onChange={client => change({ client: client ?? undefined })}
        />
      </div>
      <div className={css.columns}>
        <Region query={journal} failed={t('ledger.failed')} count={8}>
          {({ value }) =>
            value.items.length > 0 ? (
              <Journal entries={value.items} />
            ) : (
              <EmptyState kind="well" title={t('ledger.empty', { month: formatMonth(month, language) })}>
                {t('ledger.emptyText')}
              </EmptyState>
            )
          }
        </Region>
        <Region query={balances} failed={t('ledger.balancesFailed')} safe={t('close.safe')}>
          {({ value }) => <Balances held={value} />}
        </Region>
      </div>
    </ConsolePage>
  )
}
