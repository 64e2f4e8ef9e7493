import { SegmentedControl } from '@mantine/core'
import { getContract } from '@pactdesk/domain/outsourcing/contract/routes'
import { useParams } from '@tanstack/react-router'
import * as z from 'zod'
import { useApiQuery } from '../../api/query.ts'
import { formatDateRange } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { useNow } from '../../time/use-now.ts'
import { Recognition } from '../contract/Recognition.tsx'
import { Settlement } from '../contract/Settlement.tsx'
import card from '../parts/finance.module.css'
import { useClients, useToday } from '../parts/use-finance.ts'

const views = ['recognition', 'settlement'] as const
const Address = z.object({ client: z.string().max(16).default(''), view: z.enum(views).default('recognition') })

/** The money of one contract: revenue by day, and what ending it settles. */
export default function ContractMoney() {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [{ client, view }, change] = useAddress(Address)
  const { nameOf } = useClients()
  const today = useToday()
  const zone = useProviderZone()
  const asOf = { instant: new Date(useNow()).toISOString(), zone }
  const query = useApiQuery(getContract, { params: { client, contract: id } })
  return (
    <ConsolePage
      crumbs={[
        { label: t('section') },
        { label: t('nav.contracts'), to: '/finance/contracts' },
        { label: query.data?.value.number ?? id },
      ]}
    >
      <Region query={query} failed={t('contracts.failed')} count={8}>
        {({ value }) =>
          value.status !== 'active' && value.status !== 'ended' ? (
            <EmptyState kind="not-begun" title={t('contracts.notInForce')} />
          ) : (
            <>
              <div className={card.between} style={{ marginBottom: 16 }}>
                <div>
                  <h2 className={card.title}>{formatMoney(value.total, language)}</h2>
                  <p className={card.sub}>
                    {[
                      nameOf(client).name,
                      value.number,
                      formatDateRange(value.firstDay, value.lastDay, language),
                      t(`contracts.statusOf.${value.status}`),
                    ].join(' · ')}
                  </p>
                </div>
                <SegmentedControl
                  aria-label={t('contracts.title')}
                  value={view}
                  onChange={next => change({ view: next as (typeof views)[number] })}
                  data={views.map(each => ({ value: each, label: t(`contracts.${each}`) }))}
                />
              </div>
              {view === 'recognition' ? (
                <Recognition client={client} contract={id} currency={value.total.currency} asOf={asOf} />
              ) : (
                <Settlement
                  client={client}
                  contract={id}
                  number={value.number}
                  ended={value.status === 'ended' || value.ending !== undefined}
                  today={today}
                  asOf={asOf}
                />
              )}
            </>
          )
        }
      </Region>
    </ConsolePage>
  )
}
