import { Button } from '@mantine/core'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import * as z from 'zod'
import { ClockDrawer } from '../../clock/ClockDrawer.tsx'
import { Promises } from '../../desk/ticket/Promises.tsx'
import { Quotes } from '../../desk/ticket/Quotes.tsx'
import { Severity } from '../../desk/ticket/Severity.tsx'
import { useTranslation } from '../../i18n/i18n.ts'
import { useAddress } from '../../layout/use-address.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { Region } from '../../parts/states/Region.tsx'
import { TimeText } from '../../parts/text/Text.tsx'
import { clockPromise } from '../../ticket/promise.ts'
import { SeverityDialog } from '../../ticket/SeverityDialog.tsx'
import { Story } from '../../ticket/story/Story.tsx'
import { useDevices, useSites } from '../../ticket/use-places.ts'
import { ticketRef, useTicket } from '../../ticket/use-ticket.ts'
import { AskDialog, type Asks } from '../request/AskDialog.tsx'
import { Emergency } from '../request/Emergency.tsx'
import { QuoteCard } from '../request/QuoteCard.tsx'
import { ReplyBox } from '../request/ReplyBox.tsx'
import css from '../request/request.module.css'
import { StandingTag } from '../request/StandingTag.tsx'
import { standingOf } from '../request/standing.ts'
import { Turn } from '../request/Turn.tsx'
import { useDecides } from '../use-client.ts'
import { OfRequest } from '../visit/OfRequest.tsx'

const Address = z.object({ clock: z.string().optional().catch(undefined) })

/** One request: whose turn it is, a quote to approve, the talk, and what was promised with why. */
export default function Request() {
  const { t } = useTranslation('portal')
  const { id } = useParams({ strict: false }) as { id: string }
  const answer = useTicket(ticketRef(id))
  return (
    <Region query={answer} failed={t('request.failed', { number: id })} shape="lines" count={8}>
      {({ value }) => <Page ticket={value} />}
    </Region>
  )
}

function Page({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('portal')
  const own = useProviderZone()
  const decides = useDecides()
  const zone = ticket.zone ?? own
  const [{ clock }, change] = useAddress(Address)
  const ref = { client: ticket.client, ticket: ticket.number }
  const may = (action: string): boolean => ticket.actions.includes(action)
  const open = ticket.quotes.find(({ state }) => state === 'asked')
  const answered = ticket.quotes.filter(({ state }) => state !== 'asked')
  const standing = standingOf(
    { status: ticket.status, ...(ticket.waiting && { waitingOn: ticket.waiting.on }), ...(open && { quoted: true }) },
    decides,
  )
  const explained = [...ticket.clocks, ...ticket.removedClocks].find(each => each.id === clock)
  useEffect(() => {
    document.title = `${ticket.number} · Pactdesk`
  }, [ticket.number])
  return (
    <div className={css.grid}>
      <div className={css.main}>
        <header className={css.head}>
          <h1>{ticket.subject}</h1>
          <div className={css.facts}>
            <StandingTag standing={standing} />
            <span className={css.number}>{ticket.number}</span>
            <span>
              {t('request.asked', { who: ticket.requester.name })}{' '}
              <TimeText instant={ticket.requestedAt} zone={zone} style="dated" />
            </span>
            {ticket.assignee && <span>{t('request.serves', { name: ticket.assignee.name })}</span>}
          </div>
        </header>
        <Turn ticket={ticket} zone={zone} />
        {open && <QuoteCard ticket={ticket} quote={open} zone={zone} mayAnswer={may('answer-quote')} />}
        <OfRequest ticket={ticket} zone={zone} />
        <section className={css.card}>
          <Story of={ref} zone={zone} portal />
        </section>
        {may('reply') && (
          <section className={css.card}>
            <ReplyBox key={ticket.number} ticket={ticket} />
          </section>
        )}
      </div>
      <aside className={css.side} aria-label={t('request.side')}>
        <div className={css.card}>
          <Promises ticket={ticket} zone={zone} portal onWhy={next => change({ clock: next })} />
        </div>
        {answered.length > 0 && (
          <section className={css.card}>
            <h2>{t('quote.earlier')}</h2>
            <Quotes quotes={answered} zone={zone} />
          </section>
        )}
        <Steps ticket={ticket} />
        <Where ticket={ticket} />
        {ticket.status !== 'closed' && <Emergency />}
      </aside>
      <ClockDrawer
        client={ref.client}
        ticket={ref.ticket}
        clock={clock}
        zone={zone}
        portal
        chip={explained && clockPromise(explained, ticket.asOf)}
        contract={ticket.contract?.outcome === 'chosen' ? ticket.contract.contract : undefined}
        onClose={() => change({ clock: undefined })}
      />
    </div>
  )
}

/** What else the client may do: ask somebody to come, state the severity, withdraw. */
function Steps({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('portal')
  const [asks, setAsks] = useState<Asks>()
  const [stating, setStating] = useState(false)
  const may = (action: string): boolean => ticket.actions.includes(action)
  return (
    <div className={css.card}>
      <Severity ticket={ticket} onState={may('state-severity') ? () => setStating(true) : undefined} />
      <div className={css.actions}>
        {may('request-on-site') && <Button onClick={() => setAsks('on-site')}>{t('ask.on-site.title')}</Button>}
        {may('withdraw') && <Button onClick={() => setAsks('withdraw')}>{t('ask.withdraw.title')}</Button>}
      </div>
      {asks && <AskDialog ticket={ticket} asks={asks} onClose={() => setAsks(undefined)} />}
      {stating && (
        <SeverityDialog ticket={ticket} side="client" onClose={() => setStating(false)} onDone={() => setStating(false)} />
      )}
    </div>
  )
}

function Where({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('portal')
  const { nameOf } = useSites(ticket.client)
  const { deviceOf } = useDevices(ticket.client, ticket.device !== undefined)
  const device = deviceOf(ticket.device)
  if (!ticket.site && !ticket.device) return null
  return (
    <section className={css.card}>
      <h2>{t('request.where')}</h2>
      <p>{nameOf(ticket.site)}</p>
      {ticket.device && <p>{device && device.name !== ticket.device ? `${ticket.device} ${device.name}` : ticket.device}</p>}
    </section>
  )
}
