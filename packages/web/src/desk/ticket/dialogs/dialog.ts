import type { TicketView } from '@pactdesk/domain/service-support/incident/views'

/** What can be asked about a ticket in a dialog. */
export type DialogName =
  | 'assign'
  | 'priority'
  | 'wait'
  | 'pause'
  | 'resolve'
  | 'close'
  | 'reopen'
  | 'scope'
  | 'quote'
  | 'time'
  | 'part'
  | 'duty'
  | 'severity'
  | 'on-site'
  | 'dispatch'
  | 'arrival'
  | 'contract'
  | 'labels'

export type DialogProps = { ticket: TicketView; zone: string; onClose: () => void; onDone: () => void }
export const refOf = ({ client, number }: TicketView) => ({ client, ticket: number })
