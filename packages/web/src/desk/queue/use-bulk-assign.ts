import { getQueue } from '@pactdesk/domain/service-desk/routes'
import { assignTicket, getTicket, getTimeline } from '@pactdesk/domain/service-support/incident/routes'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useProblemText } from '../../api/problem.ts'
import { refresh } from '../../api/query.ts'
import { ticketRef } from '../../ticket/use-ticket.ts'

type Person = { id: string; name: string }
export type Refusal = { number: string; why: string }

/** The same assignment for many tickets, one after another: each is named that was refused, and stays selected. */
export function useBulkAssign() {
  const [pending, setPending] = useState(false)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const say = useProblemText()
  const assign = async (numbers: readonly string[], assignee: Person | null): Promise<string[]> => {
    setPending(true)
    const refused: Refusal[] = []
    for (const number of numbers)
      await api
        .call(assignTicket, { params: ticketRef(number), body: { assignee } })
        .catch((error: unknown) => refused.push({ number, why: say(error) }))
    setRefusals(refused)
    setPending(false)
    await refresh(getQueue, getTicket, getTimeline)
    return numbers.filter(number => !refused.some(one => one.number === number))
  }
  return { assign, pending, refusals, clear: () => setRefusals([]) }
}
