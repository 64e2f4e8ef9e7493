import { getMonth, type MonthView } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { useState } from 'react'
import { useApiQuery } from '../../api/query.ts'
import { reasonOf } from '../../explain/sentence.ts'
import { formatDateTime, formatMonth } from '../../format/date.ts'
import { inLanguage } from '../../format/language.ts'
import { formatNumber } from '../../format/number.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { Region } from '../../parts/states/Region.tsx'
import { ProgressSteps } from '../../parts/steps/ProgressSteps.tsx'
import card from '../parts/finance.module.css'
import { Blocks } from './Blocks.tsx'
import { waitingUnits } from './blocks.ts'
import { CloseActions } from './CloseActions.tsx'
import css from './close.module.css'
import { EquationCard } from './EquationCard.tsx'
import { stepsOf, verdictOf } from './figures.ts'
import { Matrix, type Picked } from './Matrix.tsx'
import { UnitList } from './UnitList.tsx'

/** One client's month: verdict, equation, matrix, the list behind a figure, what blocks. Followed live while it is being closed. */
export function ClientMonth({ client, month }: { client: string; month: string }) {
  const { t } = useTranslation('finance')
  const [closing, setClosing] = useState(false)
  const query = useApiQuery(getMonth, { params: { client, month } }, { live: closing })
  const now = query.data?.value.status === 'closing'
  if (now !== closing) setClosing(now)
  return (
    <Region query={query} failed={t('close.failed')} count={8}>
      {({ value }) => <Shown month={value} />}
    </Region>
  )
}

function Shown({ month }: { month: MonthView }) {
  const { t } = useTranslation('finance')
  const zone = useProviderZone()
  const [picked, setPicked] = useState<Picked>()
  const first: Picked | undefined = picked ?? firstOf(month)
  const steps = stepsOf(month)
  return (
    <>
      <div className={card.head}>
        <div>
          <Title month={month} zone={zone} />
        </div>
        <ProgressSteps
          steps={(['collect', 'explain', 'close', 'bill'] as const).map(step => ({
            label: t(`close.step.${step}`),
            state: steps[step],
          }))}
        />
        <CloseActions month={month} />
      </div>
      <EquationCard
        month={month.month}
        currency={month.currency}
        total={month.total}
        ledgerDifferenceMinor={month.ledgerDifferenceMinor}
        computed={{ at: month.computedAt, zone }}
        onPick={state => setPicked({ kind: '', state })}
      />
      <div className={css.columns}>
        <div className={card.stack}>
          <Matrix month={month} picked={first} onPick={setPicked} />
          {first && <UnitList month={month} picked={first} />}
        </div>
        <Blocks month={month} onShow={() => setPicked({ kind: '', state: 'waiting' })} />
      </div>
    </>
  )
}

/** What is waiting is shown first, else what will be billed. */
function firstOf({ total }: MonthView): Picked | undefined {
  const state = (['waiting', 'billable', 'disputed', 'covered'] as const).find(each => total.states[each].units > 0)
  return state && { kind: '', state }
}

function Title({ month, zone }: { month: MonthView; zone: string }) {
  const { t } = useTranslation('finance')
  const language = useLanguage()
  const verdict = verdictOf(month)
  const name = { month: formatMonth(month.month, language) }
  const number = (value: number): string => formatNumber(value, language)
  const title = {
    'not-over': t('close.title.notOver', name),
    blocked: t('close.title.blocked', name),
    ready: t('close.title.ready', name),
    closing: t('close.title.closing', name),
    closed: t('close.title.closed', name),
    empty: t('close.title.empty', name),
  }[verdict]
  const waiting = waitingUnits(month.blocks)
  const fees = month.blocks.filter(({ kind }) => kind === 'late-fee-undecided').length
  const at = month.closedAt ? formatDateTime(month.closedAt, zone, language) : ''
  const text = {
    'not-over': t('close.text.notOver'),
    blocked: [
      waiting > 0 && t('close.text.units', { count: waiting }),
      fees > 0 && t('close.text.fees', { count: fees }),
      t('close.text.rest'),
    ]
      .filter(Boolean)
      .join(language === 'en' ? ' ' : ''),
    ready: t('close.text.ready', { delivered: number(month.total.delivered.units) }),
    closing: t('close.text.closing'),
    closed: t('close.text.closed', { by: month.closedBy ?? '', at }),
    empty: t('close.text.empty'),
  }[verdict]
  return (
    <>
      <h2 className={card.title} aria-live="polite">
        {title}
      </h2>
      <p className={card.sub}>{text}</p>
      {month.lastStop && (
        <p className={card.warn}>
          {t('close.text.stopped', { reason: inLanguage(reasonOf({ key: month.lastStop }, month.currency), language) })}
        </p>
      )}
    </>
  )
}
