import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import type { Bill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import type { UnitOfWork } from '../../run/unit-of-work.ts'

const mostDrafts = 50

/** Bills of a month's extras in order: a discarded draft, or further work after an issued bill, is followed by the next number. */
export const extrasId = (month: string, no: number) => (no === 1 ? `extras-${month}` : `extras-${month}-${no}`)

/** The latest bill of the month's extras, and the id the next one would have. */
export async function latestExtras(uow: UnitOfWork, client: string, month: string): Promise<{ bill?: Bill; next: string }> {
  let bill: Bill | undefined
  for (let no = 1; no <= mostDrafts; no++) {
    const id = extrasId(month, no)
    const held = await uow.find(billAggregate, { client, id })
    if (!held) return { ...(bill && { bill }), next: id }
    bill = held.state
  }
  throw new Error(`${client} has more than ${mostDrafts} drafts in ${month}`)
}

export async function extrasBillOf(uow: UnitOfWork, client: string, month: string) {
  const { bill } = await latestExtras(uow, client, month)
  if (!bill || bill.status === 'discarded') return undefined
  return {
    id: bill.id,
    status: bill.status,
    ...(bill.status === 'issued' && { number: bill.number }),
    ...('grossMinor' in bill && { grossMinor: bill.grossMinor }),
  }
}
