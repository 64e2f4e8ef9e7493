import type { Shown } from '../parts/KeyboardHelp.tsx'

/** Keys of the queue, beside the list and behind "?". */
export const queueKeys: Shown = [
  [['J', 'K'], 'move'],
  [['X'], 'select'],
  [['↵'], 'open'],
  [['A'], 'assign'],
  [['W'], 'why'],
  [['R'], 'reply'],
  [['N'], 'note'],
  [['C'], 'create'],
  [['/'], 'filter'],
]

/** Keys of a ticket's page. */
export const ticketKeys: Shown = [
  [['R'], 'reply'],
  [['N'], 'note'],
  [['T'], 'time'],
  [['⌘', '↵'], 'send'],
  [['S'], 'status'],
  [['A'], 'assign'],
  [['P'], 'priority'],
  [['E'], 'resolve'],
  [['J', 'K'], 'move'],
]
