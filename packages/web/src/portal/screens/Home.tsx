import { listMyRequests, listOpenTickets } from '@pactdesk/domain/service-desk/routes'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { BillDue } from '../home/BillDue.tsx'
import { ContractCard } from '../home/ContractCard.tsx'
import { Greeting } from '../home/Greeting.tsx'
import css from '../home/home.module.css'
import { Kept } from '../home/Kept.tsx'
import { MonthDone } from '../home/MonthDone.tsx'
import { NextVisit } from '../home/NextVisit.tsx'
import { RequestTable } from '../request/RequestTable.tsx'
import { byTurn } from '../request/standing.ts'
import { useClientKey, useDecides } from '../use-client.ts'

/**
 * Is all well, what do I owe, who is coming, did you keep your word, what have you done for me. The owner sees all of it, an
 * approver all but bills and contract, a user the own requests.
 */
export default function Home() {
  const { t } = useTranslation('portal')
  const client = useClientKey()
  const owner = useHasRole('client-owner')
  const decides = useDecides()
  const open = useApiQuery(listOpenTickets, { params: { client } }, { live: true, enabled: decides })
  const mine = useApiQuery(listMyRequests, { params: { client }, query: { limit: 20 } }, { live: true, enabled: !decides })
  const rows = decides ? open.data?.value.rows : mine.data?.value.items
  useEffect(() => {
    document.title = `${t('home')} · Pactdesk`
  }, [t])
  const requests = (
    <section className={`${css.card} ${css.requests}`}>
      <h2>
        {t(decides ? 'requests.company' : 'requests.title')} <Link to="/portal/requests">{t('requests.all')}</Link>
      </h2>
      <Region<unknown> query={decides ? open : mine} failed={t('requests.failed')} count={4}>
        {() => {
          const shown = byTurn(
            (rows ?? []).filter(({ status }) => status !== 'closed'),
            decides,
          ).slice(0, 5)
          return shown.length === 0 ? (
            <EmptyState kind="well" title={t('requests.allWell')}>
              {t('requests.begin')}
            </EmptyState>
          ) : (
            <RequestTable label={t('requests.title')} rows={shown} requester={decides} />
          )
        }}
      </Region>
    </section>
  )
  return (
    <div className={css.home}>
      <Greeting rows={rows} />
      {decides && (
        <div className={css.top}>
          {owner && <BillDue />}
          <NextVisit />
          <Kept />
        </div>
      )}
      <div className={owner ? css.split : css.single}>
        <div className={css.column}>
          {requests}
          {decides && <MonthDone />}
        </div>
        {owner && <ContractCard />}
      </div>
    </div>
  )
}
