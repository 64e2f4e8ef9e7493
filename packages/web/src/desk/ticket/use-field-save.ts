import type { BodyInput } from '@pactdesk/domain/kernel/route'
import { getQueue } from '@pactdesk/domain/service-desk/routes'
import { assignTicket, getTicket, getTimeline, setTicketPriority } from '@pactdesk/domain/service-support/incident/routes'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { conflictsOf, type FieldConflict } from '../../api/conflict.ts'
import { isStale, useProblemText } from '../../api/problem.ts'
import { keyOf, queryClient, refresh } from '../../api/query.ts'
import type { TicketRef } from '../../ticket/use-ticket.ts'
import { refOf } from './dialogs/dialog.ts'

type Fields = { status: string; assignee: string; priority: string }
type Conflict = { who: string; fields: FieldConflict[]; again: () => void }
type Priority = BodyInput<typeof setTicketPriority>

const fieldsOf = (ticket: TicketView): Fields => ({
  status: ticket.status,
  assignee: ticket.assignee?.name ?? '',
  priority: ticket.priority,
})

/**
 * Saves a field that is shown at once and confirmed behind. Refused, the old value comes back with a message; where somebody
 * else saved first, both sides are shown field by field and nothing is overwritten silently.
 */
export function useFieldSave(ticket: TicketView | undefined, etag: string | undefined) {
  const say = useProblemText()
  const [ahead, setAhead] = useState<Partial<TicketView>>({})
  const [problem, setProblem] = useState<string>()
  const [conflict, setConflict] = useState<Conflict>()

  const save = async (
    shown: Partial<TicketView>,
    mine: Partial<Fields>,
    send: (ifMatch?: string) => Promise<unknown>,
    ifMatch?: string,
  ) => {
    if (!ticket) return
    const base = fieldsOf(ticket)
    setAhead(shown)
    setProblem(undefined)
    setConflict(undefined)
    try {
      const answer = await send(ifMatch)
      queryClient.setQueryData(keyOf(getTicket, { params: refOf(ticket) }), answer)
      await refresh(getTimeline, getQueue)
    } catch (error) {
      if (isStale(error)) {
        const { value } = await api.call(getTicket, { params: refOf(ticket) })
        const fields = conflictsOf(base, fieldsOf(value), mine)
        // Somebody wrote something else meanwhile, as in a reply: no field is in question, so it is simply sent again.
        if (fields.every(field => field.yours === undefined || field.theirs === base[field.field as keyof Fields])) {
          await save(shown, mine, send)
          return
        }
        setConflict({ who: await lastActor(refOf(ticket)), fields, again: () => void save(shown, mine, send) })
        await refresh(getTicket)
      } else setProblem(say(error))
    } finally {
      setAhead({})
    }
  }

  return {
    shown: ticket && { ...ticket, ...ahead },
    problem,
    conflict,
    keepTheirs: () => setConflict(undefined),
    assign: (assignee: { id: string; name: string } | null) =>
      save(
        assignee ? { assignee } : {},
        { assignee: assignee?.name ?? '' },
        ifMatch => api.call(assignTicket, { params: ref(), body: { assignee }, ...(ifMatch && { ifMatch }) }),
        etag,
      ),
    priority: (body: Priority, priority: TicketView['priority'] | undefined) =>
      save(
        priority ? { priority } : {},
        priority ? { priority } : {},
        ifMatch => api.call(setTicketPriority, { params: ref(), body, ...(ifMatch && { ifMatch }) }),
        etag,
      ),
  }

  function ref() {
    if (!ticket) throw new Error('nothing to save yet')
    return refOf(ticket)
  }
}
/** Who did the latest thing to the ticket; nobody named where the story cannot be read now. */
async function lastActor(params: TicketRef): Promise<string> {
  const latest = await api.call(getTimeline, { params, query: { limit: 1 } }).catch(() => undefined)
  return latest?.value.items.at(-1)?.by.name ?? ''
}
export type FieldSave = ReturnType<typeof useFieldSave>
