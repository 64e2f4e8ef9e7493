import type { MonthView } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { IconShieldCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { formatDate } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Avatar } from '../../parts/marks/Avatar.tsx'
import { billPlace } from '../address.ts'
import card from '../parts/finance.module.css'
import { type Block, blockText, isLateFee } from './blocks.ts'
import css from './close.module.css'

type Role = 'technician' | 'client' | 'account-manager' | 'finance'
type Props = { month: MonthView; onShow: () => void }

/** What keeps the month open, who must act and since when; nothing can be overridden. */
export function Blocks({ month, onShow }: Props) {
  const { t } = useTranslation('finance')
  const disputed = month.total.states.disputed.units
  return (
    <section className={card.card} aria-label={t('close.blocksTitle')}>
      <header className={card.cardHead}>
        <h2 className={card.grow}>{t('close.blocksTitle')}</h2>
        <span className={card.count}>{month.blocks.length}</span>
      </header>
      {month.blocks.length === 0 ? (
        <p className={`${card.pad} ${card.good}`}>
          <IconShieldCheck size={16} stroke={1.6} aria-hidden style={{ verticalAlign: -3, marginRight: 6 }} />
          {t('close.noBlocks')} · {t('close.noBlocksText')}
        </p>
      ) : (
        <ul>
          {month.blocks.map(block => (
            <Row
              key={`${block.kind}${block.who}${block.role}${block.refs[0]?.id ?? ''}`}
              block={block}
              month={month}
              onShow={onShow}
            />
          ))}
        </ul>
      )}
      {disputed > 0 && <p className={css.foot}>{t('close.disputed', { count: disputed })}</p>}
    </section>
  )
}

function Row({ block, month, onShow }: { block: Block; month: MonthView; onShow: () => void }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const role = t(`role.${block.role as Role}`)
  const bill = block.refs.find(({ kind }) => kind === 'bill')
  const count = Number(block.params.count ?? 0)
  return (
    <li className={css.block}>
      <Avatar name={block.who || role} size={28} />
      <span>
        <strong>{block.who || role}</strong> {block.who && <span className={card.quiet}>{role}</span>}
      </span>
      {isLateFee(block) && bill ? (
        <Link {...(billPlace(month.client, bill.id, { decide: 'late-fee' }) as { to: string })}>{t('close.review')}</Link>
      ) : (
        <button type="button" className={css.pick} style={{ borderBottom: 0, color: 'var(--accent-text)' }} onClick={onShow}>
          {t('close.show')}
        </button>
      )}
      <p>
        {inLanguage(blockText(block, month.currency), language)}
        {count > 1 && <span className={card.quiet}> · {t('close.count', { count })}</span>}
      </p>
      {block.since && <small>{t('close.since', { date: formatDate(block.since, language, 'day') })}</small>}
    </li>
  )
}
