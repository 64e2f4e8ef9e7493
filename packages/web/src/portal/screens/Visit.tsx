import { Button } from '@mantine/core'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { IconCalendarRepeat } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { formatDate, formatTimeRange } from '../../format/date.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { Avatar } from '../../parts/marks/Avatar.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { MoneyText } from '../../parts/text/Text.tsx'
import { useSites } from '../../ticket/use-places.ts'
import { VisitStatusTag } from '../../visits/parts/VisitStatusTag.tsx'
import { Journey } from '../../visits/visit/Journey.tsx'
import { useVisit } from '../../visits/visit/use-visit.ts'
import request from '../request/request.module.css'
import { useClientKey, useDecides } from '../use-client.ts'
import { DoneCard } from '../visit/DoneCard.tsx'
import { ReportCard } from '../visit/ReportCard.tsx'
import css from '../visit/visit.module.css'

/** One visit for the client: who comes when, the way there live, what was done, parts, the report to sign and to keep. */
export default function Visit() {
  const { t } = useTranslation('portal-visits')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const client = useClientKey()
  const decides = useDecides()
  const visit = useVisit({ client, visit: id })
  return (
    <>
      {decides && (
        <p className={css.back}>
          <Link to="/portal/visits">← {t('back')}</Link>
        </p>
      )}
      <Region query={visit} failed={t('oneFailed')} shape="lines" count={8}>
        {({ value }) => <Page visit={value} />}
      </Region>
    </>
  )
}

function Page({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('portal-visits')
  const { t: word } = useTranslation('visits')
  const title = word(`kind.${visit.kind}`)
  useEffect(() => {
    document.title = `${title} ${visit.date} · Pactdesk`
  }, [title, visit.date])
  const moving = visit.travel !== undefined || visit.arrival !== undefined
  return (
    <div className={request.grid}>
      <div className={request.main}>
        <Head visit={visit} title={title} />
        {moving && visit.mode === 'on-site' && (
          <section className={request.card}>
            <h2>{t('time.title')}</h2>
            <Journey visit={visit} />
          </section>
        )}
        {visit.kind !== 'ticket' && <DoneCard visit={visit} />}
        {visit.parts.length > 0 && (
          <section className={request.card}>
            <h2>{t('parts.title')}</h2>
            <ul className={css.tasks}>
              {visit.parts.map(part => (
                <li key={part.id}>
                  <span>{t('parts.quantity', { name: part.name, count: part.quantity })}</span>
                  <small>
                    {part.unitCost ? (
                      <>
                        <MoneyText money={{ ...part.unitCost, minor: part.unitCost.minor * part.quantity }} /> {t('parts.atCost')}
                      </>
                    ) : (
                      t('parts.later')
                    )}
                  </small>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <aside className={request.side}>
        <ReportCard visit={visit} />
        {visit.tickets.length > 0 && (
          <section className={request.card}>
            <h2>{t('serves')}</h2>
            <ul className={css.tickets}>
              {visit.tickets.map(number => (
                <li key={number}>
                  <Link to="/portal/requests/$id" params={{ id: number }}>
                    {number}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </aside>
    </div>
  )
}

function Head({ visit, title }: { visit: VisitView; title: string }) {
  const { t } = useTranslation('portal-visits')
  const language = useLanguage()
  const { sites, nameOf } = useSites(visit.client)
  const address = sites.find(({ id }) => id === visit.site)?.address
  const { window, technician, zone } = visit
  return (
    <header className={request.head}>
      <h1>{title}</h1>
      <div className={request.facts}>
        <VisitStatusTag visit={visit} />
        <b>
          {formatDate(visit.date, language)}{' '}
          {window
            ? t('window', { window: formatTimeRange(window.from, window.to, zone, language) })
            : !visit.arrival && t('allDay')}
        </b>
        <span className={css.who}>
          {technician && <Avatar name={technician.name} size={20} />}
          {technician?.name ?? t('nobody')}
        </span>
        <span>
          {nameOf(visit.site)} {address}
        </span>
      </div>
      {(visit.status === 'planned' || visit.status === 'scheduled') && (
        <div className={request.actions}>
          <Button
            component={Link}
            to="/portal/requests/new"
            search={{ about: t('otherDay.about', { what: title, date: formatDate(visit.date, language) }) } as never}
            leftSection={<IconCalendarRepeat size={18} stroke={1.6} />}
          >
            {t('otherDay.ask')}
          </Button>
        </div>
      )}
      {visit.provisional && <p className={request.quiet}>{t('provisional')}</p>}
      {visit.moves.map(({ from, to, asked, note, at }) => (
        <p key={at} className={request.quiet}>
          {t('moved', { from: formatDate(from, language, 'day'), to: formatDate(to, language, 'day'), who: t(`asked.${asked}`) })}
          {note && `: ${note}`}
        </p>
      ))}
      {visit.cancelled && (
        <p>
          {t('cancelled', { who: t(`asked.${visit.cancelled.asked}`) })}
          {visit.cancelled.note && `: ${visit.cancelled.note}`}
        </p>
      )}
    </header>
  )
}
