import * as z from 'zod'
import { formatMonth } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { lastMonth } from '../address.ts'
import { Board } from '../close/Board.tsx'
import { ClientMonth } from '../close/ClientMonth.tsx'
import { FinanceTabs } from '../parts/FinanceTabs.tsx'
import { MonthPicker } from '../parts/MonthPicker.tsx'
import { useClients, useToday } from '../parts/use-finance.ts'

const Address = z.object({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  client: z.string().max(16).optional(),
})

/** Month close: the board over all clients, or one client's month. The last month that is over, unless the address says another. */
export default function MonthClose() {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const [address, change] = useAddress(Address)
  const today = useToday()
  const { nameOf } = useClients()
  const month = address.month ?? lastMonth(today)
  const { client } = address
  const name = inLanguage(client ? nameOf(client).name : t('allClients'), language)
  return (
    <ConsolePage
      crumbs={[
        { label: t('section') },
        client ? { label: t('nav.close'), to: '/finance/close', search: { month } } : { label: t('nav.close') },
        { label: client ? `${name} · ${formatMonth(month, language)}` : formatMonth(month, language) },
      ]}
      action={<MonthPicker month={month} latest={today.slice(0, 7)} onChange={next => change({ month: next })} />}
    >
      <FinanceTabs />
      {client ? (
        <ClientMonth key={`${client}${month}`} client={client} month={month} />
      ) : (
        <Board key={month} month={month} onOpen={opened => change({ client: opened, month })} />
      )}
    </ConsolePage>
  )
}
