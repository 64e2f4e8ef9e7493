import { getContractVersion, getLivingContract } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { useEffect } from 'react'
import { useApiQuery } from '../../api/query.ts'
import { formatTime } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { FeeTable } from '../text/FeeTable.tsx'
import { Activation } from './Activation.tsx'
import { Clauses } from './Clauses.tsx'
import { Header } from './Header.tsx'
import css from './living.module.css'
import { Outcome } from './Outcome.tsx'
import { goToClause } from './Outline.tsx'
import { changedClauses, sectionsOf } from './sections.ts'
import { Versions } from './Versions.tsx'

type Props = {
  contract: ContractView
  portal: boolean
  /** Version that is read instead of the current one. */
  version: number | undefined
  onVersion: (version: number | undefined) => void
}

export const useLiving = (contract: ContractView | undefined) =>
  useApiQuery(
    getLivingContract,
    { params: { client: contract?.client ?? '', contract: contract?.id ?? '' } },
    { enabled: contract?.status === 'active' || contract?.status === 'ended', live: true },
  )

/** A signed contract: its words left of the spine, what the system has done right of it. */
export function LivingPage({ contract, portal, version, onVersion }: Props) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const living = useLiving(contract)
  const other = useApiQuery(
    getContractVersion,
    { params: { client: contract.client, contract: contract.id, version: String(version ?? contract.version) } },
    { enabled: version !== undefined && version !== contract.version },
  )
  const older = other.data?.value
  const clauses = older?.text.clauses ?? contract.clauses
  const value = living.data?.value
  const outcomes = value?.clauses ?? []
  const sections = sectionsOf(clauses, outcomes)
  const marked = older && new Set(changedClauses(older.text.clauses, contract.clauses))
  const zone = contract.terms.billingZone
  const place = {
    client: contract.client,
    contract: contract.id,
    number: contract.number,
    zone,
    portal,
    begun: contract.days.served > 0,
  }
  const loaded = value !== undefined
  useEffect(() => {
    const no = decodeURIComponent(window.location.hash).match(/^#clause-(.+)$/)?.[1]
    if (no && loaded) goToClause(no)
  }, [loaded])
  return (
    <div className={css.page}>
      <Header
        contract={contract}
        living={value}
        portal={portal}
        versions={<Versions contract={contract} version={version} onVersion={onVersion} />}
      />
      {contract.steps && <Activation steps={contract.steps} />}
      {living.error && (
        <div className={css.notice}>
          <ErrorPanel title={t('failed.living')} error={living.error} onRetry={() => void living.refetch()}>
            {t('failed.livingSafe')}
          </ErrorPanel>
        </div>
      )}
      <div className={css.body}>
        <div className={css.titles}>
          <div>
            <strong>{t('living.whatWasSigned')}</strong>
            <span>{t('living.acting', { acting: contract.actingClauses, printed: contract.printedClauses })}</span>
          </div>
          <div>
            <strong>{t(portal ? 'living.whatWeDid' : 'living.whatWasDone')}</strong>
            {value && <span>{t('living.asOf', { time: formatTime(value.asOf, zone, language) })}</span>}
          </div>
        </div>
        <Clauses
          sections={sections}
          outcomes={older ? [] : outcomes}
          marked={marked}
          tell={outcome => <Outcome outcome={outcome} place={place} />}
          below={clause => clause.no === '1(1)' && <FeeTable terms={older?.terms ?? contract.terms} language={language} />}
        />
      </div>
    </div>
  )
}
