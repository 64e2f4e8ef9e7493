import { Button } from '@mantine/core'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { useState } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { MoneyText } from '../../parts/text/Text.tsx'
import { PartDialog } from './PartDialog.tsx'
import css from './visit.module.css'

/** Parts fitted, at cost; what a part still lacks before the month can close is said and can be added. */
export function PartsCard({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const [asked, setAsked] = useState<'new' | string>()
  const may = visit.actions.includes('add-part')
  const part = visit.parts.find(({ id }) => id === asked)
  return (
    <section className={css.card}>
      <header>
        <h2>{t('part.title')}</h2>
        <span className={css.quiet}>{t('part.hint')}</span>
      </header>
      {visit.parts.length === 0 && <p className={css.quiet}>{t('part.none')}</p>}
      {visit.parts.map(each => (
        <div className={css.part} key={each.id}>
          <span className={css.grow}>
            {each.name} × {each.quantity} <small>{each.serial}</small>
          </span>
          {each.unitCost ? <MoneyText money={each.unitCost} /> : <Tag tone="warn">{t('part.noCost')}</Tag>}
          {!each.receipt && <Tag tone="warn">{t('part.noReceipt')}</Tag>}
          {may && !(each.unitCost && each.receipt) && <Button onClick={() => setAsked(each.id)}>{t('part.complete')}</Button>}
        </div>
      ))}
      {may && <Button onClick={() => setAsked('new')}>{t('part.add')}</Button>}
      {asked && <PartDialog key={asked} visit={visit} part={part} onClose={() => setAsked(undefined)} />}
    </section>
  )
}
