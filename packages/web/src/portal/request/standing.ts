import type { QueueRow } from '@pactdesk/domain/service-desk/queue'
import type { Tone } from '../../parts/marks/Tag.tsx'

/** Where a request stands in the words of the client: what matters is whose turn it is. */
export type Standing = 'received' | 'working' | 'your-turn' | 'waiting' | 'approve' | 'confirm' | 'done'

type Row = Pick<QueueRow, 'status' | 'waitingOn' | 'quoted'>

/** An open quote comes first for who may approve it: work stands still until it is answered. */
export function standingOf({ status, waitingOn, quoted }: Row, decides: boolean): Standing {
  if (quoted && decides && status !== 'closed') return 'approve'
  switch (status) {
    case 'new':
      return 'received'
    case 'in-progress':
      return 'working'
    case 'waiting':
      return waitingOn === 'client' ? 'your-turn' : 'waiting'
    case 'resolved':
      return 'confirm'
    case 'closed':
      return 'done'
  }
}

export const toneOf: Record<Standing, Tone> = {
  received: 'quiet',
  working: 'quiet',
  'your-turn': 'warn',
  waiting: 'quiet',
  approve: 'warn',
  confirm: 'accent',
  done: 'good',
}

/** What waits for the client's person stands first, the rest by the latest change. */
export function byTurn<R extends Row & Pick<QueueRow, 'updatedAt'>>(rows: readonly R[], decides: boolean): R[] {
  const waits = (row: R): number => (['your-turn', 'approve', 'confirm'].includes(standingOf(row, decides)) ? 0 : 1)
  return rows.toSorted((a, b) => waits(a) - waits(b) || (a.updatedAt < b.updatedAt ? 1 : -1))
}
