import { SegmentedControl } from '@mantine/core'
import { type BankLineView, listBankLines } from '@pactdesk/domain/outsourcing/billing/routes'
import { getProvider } from '@pactdesk/domain/tenancy/routes'
import { useState } from 'react'
import * as z from 'zod'
import { useApiPages, useApiQuery } from '../../api/query.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { BankLines } from '../bank/BankLines.tsx'
import { ImportStatement } from '../bank/ImportStatement.tsx'
import { SettleLine } from '../bank/SettleLine.tsx'
import { FinanceTabs } from '../parts/FinanceTabs.tsx'
import card from '../parts/finance.module.css'

const states = ['ambiguous', 'unmatched', 'matched', 'ignored'] as const
const Address = z.object({ state: z.enum(states).default('ambiguous') })

/** Money as the bank saw it: statements come in, what is certain is taken, the rest waits for a person. */
export default function Bank() {
  const { t } = useTranslation('finance')
  const [{ state }, change] = useAddress(Address)
  const [settling, setSettling] = useState<BankLineView>()
  const provider = useApiQuery(getProvider, {})
  const list = useApiPages(listBankLines, { query: { state, limit: 100 } }, value => value)
  return (
    <ConsolePage crumbs={[{ label: t('section') }, { label: t('nav.bank') }]}>
      <FinanceTabs />
      <div className={card.stack}>
        <Region query={provider} failed={t('bank.failed')} shape="lines" count={2}>
          {({ value }) => <ImportStatement currency={value.card.currency} />}
        </Region>
        <div className={card.between}>
          <h2 className={card.title}>{t('bank.title')}</h2>
          <SegmentedControl
            aria-label={t('bills.status')}
            value={state}
            onChange={next => change({ state: next as (typeof states)[number] })}
            data={states.map(value => ({ value, label: t(`bank.tab.${value}`) }))}
          />
        </div>
        {list.error && !list.items ? (
          <ErrorPanel title={t('bank.failed')} error={list.error} onRetry={() => void list.refetch()} />
        ) : !list.items ? (
          <Skeletons />
        ) : list.items.length === 0 ? (
          <EmptyState kind="well" title={t(`bank.empty.${state}`)}>
            {t('bank.emptyText')}
          </EmptyState>
        ) : (
          <section className={card.card}>
            <BankLines
              lines={list.items}
              onSettle={setSettling}
              onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
            />
          </section>
        )}
      </div>
      {settling && <SettleLine line={settling} onClose={() => setSettling(undefined)} />}
    </ConsolePage>
  )
}
