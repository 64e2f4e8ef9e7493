import { getContract, getLivingContract, listContractsOfClient } from '@pactdesk/domain/outsourcing/contract/routes'
import { IconFileText } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useApiQuery } from '../../api/query.ts'
import { formatDate } from '../../format/date.ts'
import type { Money } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Region } from '../../parts/states/Region.tsx'
import { MoneyText } from '../../parts/text/Text.tsx'
import { useClientKey } from '../use-client.ts'
import css from './home.module.css'

/** The contract in force, its term and visits as bars; one that waits for the owner's signature stands first. */
export function ContractCard() {
  const { t } = useTranslation('portal')
  const client = useClientKey()
  const answer = useApiQuery(listContractsOfClient, { params: { client }, query: { limit: 50 } }, { live: true })
  return (
    <Region query={answer} failed={t('contract.failed')} shape="lines" count={5}>
      {({ value }) => {
        const active = value.items.find(({ status }) => status === 'active')
        const toSign = value.items.find(({ status }) => status === 'offered' || status === 'signed-by-provider')
        return (
          <section className={css.card}>
            {toSign && (
              <Link to={`/portal/sign/${toSign.id}`} className={css.sign}>
                <IconFileText size={22} stroke={1.6} aria-hidden />
                <span>
                  <b>{t('contract.sign', { number: toSign.number })}</b>
                  <small>{t('contract.signNote')}</small>
                </span>
              </Link>
            )}
            {active ? <Active client={client} id={active.id} /> : !toSign && <p className={css.quiet}>{t('contract.none')}</p>}
          </section>
        )
      }}
    </Region>
  )
}

function Active({ client, id }: { client: string; id: string }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const params = { client, contract: id }
  const contract = useApiQuery(getContract, { params })
  const living = useApiQuery(getLivingContract, { params })
  const clauses = living.data?.value.clauses ?? []
  const months = clauses.find(({ no }) => no === '2(1)(5)')?.months ?? []
  const done = months.filter(({ state }) => state === 'done' || state === 'moved').length
  const billed = clauses.flatMap(({ lines }) => lines).find(({ code }) => code === 'extras.billed')?.params.billed
  return (
    <Region query={contract} failed={t('contract.failed')} shape="lines" count={4}>
      {({ value }) => (
        <>
          <h2>
            {t('contract.title', { number: value.number })} <Link to="/portal/contract">{t('contract.read')}</Link>
          </h2>
          <Progress
            label={t('contract.term')}
            figure={t('contract.day', { served: value.days.served, all: value.days.all })}
            share={value.days.served / Math.max(1, value.days.all)}
            note={t('contract.ends', { date: formatDate(value.lastDay, language, 'plain') })}
          />
          {months.length > 0 && (
            <Progress
              label={t('contract.visits')}
              figure={`${done} / ${months.length}`}
              share={done / months.length}
              note={t('contract.visitsNote')}
            />
          )}
          {billed !== undefined && typeof billed === 'object' && (
            <p className={css.pair}>
              <span>{t('contract.extras')}</span>
              <b>
                <MoneyText money={billed as Money} />
              </b>
            </p>
          )}
        </>
      )}
    </Region>
  )
}

function Progress({ label, figure, share, note }: { label: string; figure: string; share: number; note: string }) {
  return (
    <div className={css.progress}>
      <p className={css.pair}>
        <span>{label}</span>
        <b>{figure}</b>
      </p>
      <div aria-hidden="true">
        <span style={{ width: `${Math.min(1, share) * 100}%` }} />
      </div>
      <small className={css.quiet}>{note}</small>
    </div>
  )
}
