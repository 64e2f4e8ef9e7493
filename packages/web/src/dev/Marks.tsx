import { Button } from '@mantine/core'
import { IconCircleCheck, IconLock } from '@tabler/icons-react'
import { useTranslation } from '../i18n/i18n.ts'
import { ClauseTag } from '../parts/marks/ClauseTag.tsx'
import { PriorityBars } from '../parts/marks/PriorityBars.tsx'
import { Tag } from '../parts/marks/Tag.tsx'
import { UnitStateChip, unitStates } from '../parts/marks/UnitStateChip.tsx'
import { PromiseChip } from '../parts/promise/PromiseChip.tsx'
import type { ShownState } from '../parts/promise/promise.ts'
import { MoneyText } from '../parts/text/Text.tsx'
import { Figure } from '../parts/why/Figure.tsx'
import { earned, promises, zone } from './examples.ts'
import css from './parts.module.css'
import { Section } from './Section.tsx'

export function Marks() {
  const { t } = useTranslation(['dev', 'parts'])
  return (
    <Section title={t('promises')} note={t('promisesNote')} card>
      <dl className={css.states}>
        {(Object.keys(promises) as ShownState[]).map(state => (
          <div key={state}>
            <dt>
              <PromiseChip view={promises[state]} zone={zone} />
            </dt>
            <dd>
              {t(`parts:promise.state.${state}`)}
              <small className={css.explained}>{t(`explain.${state}`)}</small>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('priority')}</h3>
      <div className={css.row} style={{ gap: 20 }}>
        {([1, 2, 3, 4, 5] as const).map(level => (
          <PriorityBars key={level} level={level} />
        ))}
      </div>
      <h3>{t('unit')}</h3>
      <div className={css.row}>
        {unitStates.map(state => (
          <UnitStateChip key={state} state={state} />
        ))}
      </div>
      <h3>{t('tags')}</h3>
      <div className={css.row}>
        <Tag>{t('draft')}</Tag>
        <Tag tone="good" icon={IconCircleCheck}>
          {t('active')}
        </Tag>
        <Tag tone="bad">{t('overdue')}</Tag>
        <ClauseTag clause="2(3)" />
      </div>
      <h3>{t('buttons')}</h3>
      <div className={css.row}>
        <Button variant="filled">{t('send')}</Button>
        <Button>{t('assign')}</Button>
        <Button disabled leftSection={<IconLock size={16} stroke={1.6} />}>
          {t('close')}
        </Button>
        <span style={{ flex: 1 }} />
        <b>
          <Figure id="dev.earned" explanation={earned}>
            <MoneyText money={{ currency: 'CNY', minor: 11010740 }} />
          </Figure>
        </b>
      </div>
      <p style={{ color: 'var(--text-3)', marginTop: 8 }}>{t('figureNote')}</p>
    </Section>
  )
}
