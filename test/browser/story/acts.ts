import * as contract from './contract.ts'
import * as desk from './desk.ts'
import * as fee from './fee.ts'
import * as maintenance from './maintenance.ts'
import * as money from './money.ts'
import * as quote from './quote.ts'
import * as setUp from './set-up.ts'
import * as severe from './severe.ts'
import type { Stage } from './stage.ts'
import * as time from './time.ts'

/** Thursday 27 August 2026, 09:00 in Shanghai. */
export const startedAt = '2026-08-27T01:00:00Z'

export type Act = readonly [title: string, play: (stage: Stage) => Promise<void>]

/** The story in its order; each act stands on those before it. */
export const acts: readonly Act[] = [
  ['the administrator fills in the settings', setUp.settings],
  ['staff sign in once and are given their roles', setUp.hire],
  ['a client is created', setUp.client],
  ['a site is opened, the lunch break asked for', setUp.site],
  ['nine devices come from a sheet, the tenth is typed', setUp.devices],
  ['the owner is let into the portal', setUp.owner],
  ['a contract is drafted from the template', contract.draft],
  ['it is offered and signed by the provider', contract.offerAndSign],
  ['the owner signs on a phone, in Chinese', contract.ownerSigns],
  ['the fee is billed, with its PDF', fee.issued],
  ['the owner raises a fault and has a receipt', desk.raise],
  ['the desk works on it and waits for the client', desk.work],
  ['the owner answers, the desk solves it', desk.answer],
  ['the owner reopens it, then confirms', desk.reopen],
  ['the desk logs a call that came earlier', desk.call],
  ['a severe fault comes at 17:35', severe.reported],
  ['at 18:00 the severe clock joins', severe.joined],
  ['the technician comes, with a part, and the client signs', severe.visited],
  ['the severe fault is solved in time', severe.restored],
  ['four network points: quote first', quote.asked],
  ['the desk quotes', quote.quoted],
  ['the owner approves on the phone, the work is done', quote.approved],
  ['the monthly visit is given to the technician', maintenance.scheduled],
  ['the technician does the checklist', maintenance.done],
  ['finance imports the bank CSV', money.bank],
  ['half a yuan is written off', money.remainder],
  ['the close is blocked until the late fee is decided', money.lateFee],
  ['the month closes', money.close],
  ['the extras are billed, each line explained', money.extras],
  ['the owner pays on the hosted page', money.paid],
  ['the ledger sums to zero', money.ledger],
  ['thirty days later: a reminder, the next visit', time.later],
  ['revenue by day, and what ending now would settle', time.ended],
]
