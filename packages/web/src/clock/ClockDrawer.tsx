import type { ClockExplanation } from '@pactdesk/domain/service-delivery/service-level/explain'
import { explainTicketClock } from '@pactdesk/domain/service-support/incident/routes'
import { IconLock } from '@tabler/icons-react'
import { useApiQuery } from '../api/query.ts'
import { formatMinutes } from '../format/duration.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { ClockBand } from '../parts/band/ClockBand.tsx'
import { PromiseChip } from '../parts/promise/PromiseChip.tsx'
import type { PromiseView } from '../parts/promise/promise.ts'
import { Region } from '../parts/states/Region.tsx'
import { WhyDrawer } from '../parts/why/WhyDrawer.tsx'
import css from './clock.module.css'
import { ClockEquation } from './Equation.tsx'
import { Intervals } from './Intervals.tsx'
import { Sentence } from './Sentence.tsx'
import { bandOf } from './segments.ts'

type Props = {
  client: string
  ticket: string
  /** Absent: closed. */
  clock: string | undefined
  zone: string
  /** Its chip, beside the title. */
  chip?: PromiseView | undefined
  contract?: string | undefined
  portal?: boolean
  onClose: () => void
}

/** Why a clock says what it says: sentence, equation that adds up to wall time, band, every interval. For staff and client alike. */
export function ClockDrawer({ client, ticket, clock, zone, chip, contract, portal, onClose }: Props) {
  const { t } = useTranslation('clock')
  const params = { client, ticket, clock: clock ?? '-' }
  const answer = useApiQuery(explainTicketClock, { params }, { enabled: clock !== undefined, live: true })
  const explanation = answer.data?.value
  return (
    <WhyDrawer
      wide
      opened={clock !== undefined}
      onClose={onClose}
      title={
        <span className={css.title}>
          {explanation ? <Title explanation={explanation} /> : t('title.loading')}
          {chip && <PromiseChip view={chip} zone={zone} />}
        </span>
      }
    >
      <Region query={answer} failed={t('failed')} shape="lines" count={8}>
        {({ value }) => (
          <div className={css.body}>
            <Sentence explanation={value} zone={zone} contract={contract} portal={portal} />
            <ClockEquation equation={value.equation} />
            <Band explanation={value} zone={zone} />
            <Intervals explanation={value} zone={zone} />
            <Log explanation={value} />
          </div>
        )}
      </Region>
    </WhyDrawer>
  )
}

function Title({ explanation: { figures, params } }: { explanation: ClockExplanation }) {
  const { t } = useTranslation('clock')
  const { t: part } = useTranslation('parts')
  const language = useLanguage()
  const promise = part(`promise.name.${params.promise as 'restore'}`)
  const left = formatMinutes(figures.remainingMinutes, language)
  if (figures.state === 'over' || figures.state === 'missed') return t('title.late', { time: left, promise })
  if (figures.state === 'met') return t('title.met', { time: formatMinutes(figures.consumedMinutes, language), promise })
  if (figures.state === 'excluded') return t('title.excluded', { promise })
  return t('title.left', { time: left, promise })
}

function Band({ explanation, zone }: { explanation: ClockExplanation; zone: string }) {
  const language = useLanguage()
  const { state, stoppedAt } = explanation.figures
  const live = stoppedAt === undefined && state !== 'excluded'
  return (
    <ClockBand
      intervals={bandOf(explanation, language)}
      zone={zone}
      {...(live && { now: explanation.asOf })}
      {...(explanation.deadline && { dueAt: explanation.deadline })}
    />
  )
}

function Log({ explanation }: { explanation: ClockExplanation }) {
  const { t } = useTranslation('clock')
  const log = explanation.sources.find(source => source.kind === 'log')
  const calendar = explanation.sources.find(source => source.kind === 'calendar')
  return (
    <p className={css.log}>
      <IconLock size={14} stroke={1.6} aria-hidden />
      <span>
        {t('log', { count: log?.kind === 'log' ? log.entries : 0 })}
        {calendar?.kind === 'calendar' &&
          ` ${t(calendar.publicHolidays ? 'calendarHolidays' : 'calendar', { zone: calendar.timezone, holidays: calendar.publicHolidays ?? '' })}`}
      </span>
    </p>
  )
}
