import type { LivingContract } from '@pactdesk/domain/outsourcing/contract/living'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { IconHeartbeat, IconSignature } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatDate } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { Figure } from '../../parts/why/Figure.tsx'
import { ContractStatus } from '../list/ContractStatus.tsx'
import { useFeeFacts } from './fee-facts.ts'
import css from './living.module.css'
import { termExplanation } from './term-explanation.ts'

type Props = { contract: ContractView; living: LivingContract | undefined; portal: boolean; versions?: ReactNode }

/** Name, state and signatures; then what one wants to know first: health, term, fee, what came beside the fee. */
export function Header({ contract, living, portal, versions }: Props) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const { number, terms, signatures, signedOn, version } = contract
  const client = language === 'en' ? (terms.client.nameEn ?? terms.client.name) : terms.client.name
  const hash = signatures[0]?.documentSha256
  const binding = contract.status === 'active' || contract.status === 'ended'
  return (
    <header className={css.header}>
      <div className={css.identity}>
        <div className={css.name}>
          <h2>{t('living.name', { contract: inLanguage(contract.name, language), client })}</h2>
          <ContractStatus status={contract.status} />
        </div>
        <p className={css.meta}>
          {signedOn && (
            <>
              <IconSignature size={16} stroke={1.6} aria-hidden />
              {t('living.signedBoth', { on: formatDate(signedOn, language, 'plain'), place: terms.signingPlace ?? '' })}
            </>
          )}
          {hash && <code title={hash}>{`sha256 ${hash.slice(0, 4)}…${hash.slice(-4)}`}</code>}
        </p>
        <p className={css.meta}>
          <Tag>{number}</Tag>
          <Tag>{t('living.version', { version })}</Tag>
          {!portal && <Tag>{contract.template}</Tag>}
          {versions}
        </p>
      </div>
      {binding && <Facts contract={contract} living={living} portal={portal} />}
    </header>
  )
}

function Facts({ contract, living, portal }: Omit<Props, 'versions'>) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const fee = useFeeFacts(contract, living)
  const watch = living?.watch.length
  const { served, all, left } = contract.days
  return (
    <dl style={{ display: 'contents' }}>
      {watch !== undefined && (
        <div className={css.fact}>
          <dt>{t('living.health')}</dt>
          <dd className={css.good} data-watch={watch > 0 || undefined} title={t('living.healthIs')}>
            <IconHeartbeat size={18} stroke={1.8} aria-hidden />
            {t(watch > 0 ? 'living.look' : 'living.good')}
          </dd>
          <dd className={css.small}>{t('living.toWatch', { count: watch })}</dd>
        </div>
      )}
      <div className={css.fact}>
        <dt>{t('living.term')}</dt>
        <dd>
          <Figure id="term" explanation={termExplanation(contract)}>
            {t('living.day', { served, all })}
          </Figure>
        </dd>
        <dd className={css.small}>
          {contract.status === 'ended'
            ? t('living.termOver')
            : served === 0
              ? t('living.begins', { on: formatDate(contract.firstDay, language, 'plain') })
              : t('living.daysLeft', { count: left })}
        </dd>
        <dd className={css.bar} aria-hidden="true">
          <span style={{ width: `${(served / all) * 100}%` }} />
        </dd>
      </div>
      <div className={css.fact}>
        <dt>{fee.label}</dt>
        <dd>
          <Figure id="fee" explanation={fee.total.explanation}>
            {fee.total.text}
          </Figure>
        </dd>
        {fee.earned && (
          <dd className={css.small}>
            {t('living.earned')}{' '}
            <Figure id="earned" explanation={fee.earned.explanation}>
              {fee.earned.text}
            </Figure>
          </dd>
        )}
      </div>
      {fee.beyond && !portal && (
        <div className={css.fact}>
          <dt>{t('living.beyond')}</dt>
          <dd>{fee.beyond.billed}</dd>
          <dd className={css.small}>{t('living.beyondWaiting', { waiting: fee.beyond.waiting })}</dd>
        </div>
      )}
    </dl>
  )
}
