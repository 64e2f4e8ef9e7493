import { Button } from '@mantine/core'
import { visitors } from '@pactdesk/domain/outsourcing/field-service/actions'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { useState } from 'react'
import { useHasRole } from '../../auth/who.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import { MoneyText } from '../../parts/text/Text.tsx'
import { PartDialog } from './PartDialog.tsx'
import { RemovePartDialog } from './RemovePartDialog.tsx'
import { StoredPicture } from './StoredPicture.tsx'
import css from './visit.module.css'

type Part = VisitView['parts'][number]

/** Parts fitted, at cost; what a part still lacks before the month can close is said and can be added, by finance too. */
export function PartsCard({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const [asked, setAsked] = useState<'new' | { complete: string } | { remove: string }>()
  const may = visit.actions.includes('add-part')
  const mayComplete = useHasRole(...visitors, 'finance')
  const mayRemove = useHasRole(...visitors) && visit.status === 'on-site'
  const idOf = typeof asked === 'object' ? ('complete' in asked ? asked.complete : asked.remove) : undefined
  const part = visit.parts.find(({ id }) => id === idOf)
  const close = (): void => setAsked(undefined)
  return (
    <section className={css.card}>
      <header>
        <h2>{t('part.title')}</h2>
        <span className={css.quiet}>{t('part.hint')}</span>
      </header>
      {visit.parts.length === 0 && <p className={css.quiet}>{t('part.none')}</p>}
      {visit.parts.map(each => (
        <div className={css.part} key={each.id}>
          {each.receipt && (
            <StoredPicture
              refOf={{ client: visit.client, visit: visit.id }}
              file={each.receipt}
              label={t('part.receiptOf', { name: each.name })}
            />
          )}
          <span className={css.grow}>
            {each.name} × {each.quantity}
            <small className={css.line}>{placeOf(each, visit)}</small>
          </span>
          {each.unitCost && <MoneyText money={each.unitCost} />}
          {!each.unitCost && <Tag tone="warn">{t('part.noCost')}</Tag>}
          {!each.receipt && <Tag tone="warn">{t('part.noReceipt')}</Tag>}
          <span className={css.buttons}>
            {mayComplete && !(each.unitCost && each.receipt) && (
              <Button onClick={() => setAsked({ complete: each.id })}>{t('part.complete')}</Button>
            )}
            {mayRemove && (
              <Button variant="subtle" onClick={() => setAsked({ remove: each.id })}>
                {t('part.remove')}
              </Button>
            )}
          </span>
        </div>
      ))}
      {may && <Button onClick={() => setAsked('new')}>{t('part.add')}</Button>}
      {asked === 'new' && <PartDialog visit={visit} part={undefined} onClose={close} />}
      {typeof asked === 'object' && 'complete' in asked && part && (
        <PartDialog key={part.id} visit={visit} part={part} onClose={close} />
      )}
      {typeof asked === 'object' && 'remove' in asked && part && (
        <RemovePartDialog key={part.id} visit={visit} part={part} onClose={close} />
      )}
    </section>
  )
}

/** Where a part went and whence it came. */
const placeOf = ({ device, serial, ticket, supplier }: Part, visit: VisitView): string =>
  [visit.devices.find(({ id }) => id === device)?.name ?? device, serial, visit.tickets.length > 1 && ticket, supplier]
    .filter(Boolean)
    .join(' · ')
