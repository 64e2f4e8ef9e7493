import { useMediaQuery } from '@mantine/hooks'
import { DeskView } from '@pactdesk/domain/service-desk/queue'
import { getQueue } from '@pactdesk/domain/service-desk/routes'
import { getTicket, getTimeline, resumeTicket, startTicket } from '@pactdesk/domain/service-support/incident/routes'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod'
import { useApiQuery } from '../../api/query.ts'
import { ClockDrawer } from '../../clock/ClockDrawer.tsx'
import { useTranslation } from '../../i18n/i18n.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { usePageKeys } from '../../parts/KeyboardHelp.tsx'
import { ClientMark } from '../../parts/marks/Avatar.tsx'
import { ConflictPanel } from '../../parts/states/ConflictPanel.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { clockPromise } from '../../ticket/promise.ts'
import { Story } from '../../ticket/story/Story.tsx'
import { useClients } from '../../ticket/use-places.ts'
import { ticketRef, useTicket, useTicketCommand } from '../../ticket/use-ticket.ts'
import { ticketKeys } from '../keys.ts'
import { useDeskFeed } from '../queue/use-desk-feed.ts'
import { Actions } from '../ticket/Actions.tsx'
import { Composer, type Writes } from '../ticket/Composer.tsx'
import type { DialogName } from '../ticket/dialogs/dialog.ts'
import { TicketDialog } from '../ticket/dialogs/TicketDialog.tsx'
import { Head } from '../ticket/Head.tsx'
import { Neighbours } from '../ticket/Neighbours.tsx'
import { Side } from '../ticket/Side.tsx'
import css from '../ticket/ticket.module.css'
import { useFieldSave } from '../ticket/use-field-save.ts'

const Address = z.object({
  clock: z.string().optional().catch(undefined),
  from: DeskView.optional().catch(undefined),
  compose: z.enum(['reply', 'note']).optional().catch(undefined),
})
const refreshed = [getTicket, getTimeline, getQueue]

/** One ticket: talk and events in one line, the composer below, promises, contract and work beside it. */
export default function Ticket() {
  const { t } = useTranslation('desk')
  const { id } = useParams({ strict: false }) as { id: string }
  const ref = ticketRef(id)
  const navigate = useNavigate()
  const own = useProviderZone()
  const [{ clock, from, compose }, change] = useAddress(Address)
  const answer = useTicket(ref)
  const save = useFieldSave(answer.data?.value, answer.data?.etag)
  const queue = useApiQuery(getQueue, { query: { view: from ?? 'all' } })
  const { clientOf } = useClients()
  const phone = useMediaQuery('(max-width: 767px)', window.innerWidth < 768)
  const [dialog, setDialog] = useState<DialogName>()
  const [writes, setWrites] = useState<Writes>(compose ?? 'reply')
  const start = useTicketCommand(startTicket, ref)
  const resume = useTicketCommand(resumeTicket, ref)
  useDeskFeed(refreshed)

  const ticket = save.shown
  const zone = ticket?.zone ?? own
  const rows = queue.data?.value.rows ?? []
  const at = rows.findIndex(row => row.number === id)
  const go = (step: number): void => {
    const next = rows[at + step]
    if (next && at >= 0) void navigate({ to: '/desk/tickets/$id', params: { id: next.number }, search: { from } as never })
  }
  const ask = (name: DialogName) => (): void => setDialog(name)
  const may = (action: string): boolean => ticket?.actions.includes(action) ?? false
  usePageKeys(ticketKeys)
  // Whoever came to write types on while the page loads: those letters are no keys.
  const keys = !compose || ticket !== undefined
  useKeys(
    keys
      ? {
          j: () => go(1),
          k: () => go(-1),
          e: may('resolve') ? ask('resolve') : undefined,
          a: may('assign') ? ask('assign') : undefined,
          p: may('set-priority') ? ask('priority') : undefined,
          s: may('wait') ? ask('wait') : undefined,
          escape: () => void navigate({ to: '/desk', search: { ...(from && { view: from }), ticket: id } as never }),
        }
      : {},
  )
  const client = clientOf(ref.client)
  const explained = ticket && [...ticket.clocks, ...ticket.removedClocks].find(each => each.id === clock)

  return (
    <ConsolePage
      bare
      zone={zone}
      crumbs={[
        { label: t('desk'), to: '/desk' },
        { label: client.label, mark: <ClientMark name={client.label} mark={client.mark} /> },
        { label: id },
      ]}
      besideCrumb={<Neighbours at={at} of={rows.length} onGo={go} />}
      action={
        ticket && (
          <Actions
            ticket={ticket}
            phone={phone}
            pending={start.pending || resume.pending}
            onAsk={setDialog}
            onStart={() => void start.send({ params: ref, body: {} })}
            onResume={() => void resume.send({ params: ref, body: {} })}
          />
        )
      }
      asideLabel={phone ? t('promises.title') : t('side')}
      aside={
        ticket ? (
          <Side ticket={ticket} zone={zone} onAsk={setDialog} onWhy={next => change({ clock: next })} />
        ) : answer.error ? undefined : (
          <div className={css.side}>
            <Skeletons shape="lines" count={10} />
          </div>
        )
      }
    >
      {!ticket && answer.error ? (
        <div className={css.story}>
          <ErrorPanel title={t('ticketFailed', { number: id })} error={answer.error} onRetry={() => void answer.refetch()} />
        </div>
      ) : !ticket ? (
        <div className={css.story}>
          <Skeletons shape="lines" count={10} />
        </div>
      ) : (
        <div className={css.page}>
          <div className={css.top}>
            <Head ticket={ticket} zone={zone} onAsk={setDialog} problem={save.problem} />
            {save.conflict && (
              <ConflictPanel
                who={save.conflict.who || t('somebody')}
                what={id}
                fields={save.conflict.fields.map(field => ({
                  label: t(`field.${field.field as 'assignee'}`),
                  theirs: String(field.theirs || t('people.nobody')),
                  ...(field.yours !== undefined && { yours: String(field.yours || t('people.nobody')) }),
                }))}
                onKeepTheirs={save.keepTheirs}
                onSaveMine={save.conflict.again}
              />
            )}
          </div>
          <div className={css.story}>
            <Story of={ref} zone={zone} fromLatest={!phone} />
          </div>
          {(may('reply') || may('note')) && (
            <div className={css.composer} id="composer">
              <Composer
                key={id}
                ticket={ticket}
                writes={may('reply') ? writes : 'note'}
                onWrites={setWrites}
                focused={compose !== undefined}
              />
            </div>
          )}
          {dialog && (
            <TicketDialog
              name={dialog}
              ticket={ticket}
              zone={zone}
              save={save}
              onClose={() => setDialog(undefined)}
              onDone={() => setDialog(undefined)}
            />
          )}
        </div>
      )}
      <ClockDrawer
        client={ref.client}
        ticket={id}
        clock={clock}
        zone={zone}
        chip={explained && ticket ? clockPromise(explained, ticket.asOf) : undefined}
        contract={ticket?.contract?.outcome === 'chosen' ? ticket.contract.contract : undefined}
        onClose={() => change({ clock: undefined })}
      />
    </ConsolePage>
  )
}
