import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { Month } from '@pactdesk/domain/kernel/time'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import type { Bill, IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import { monthAggregate } from '@pactdesk/domain/outsourcing/billing/month/aggregate'
import * as routes from '@pactdesk/domain/outsourcing/billing/routes'
import { contractDueDate } from '@pactdesk/domain/outsourcing/contract/index'
import { handle } from '../../http/api.ts'
import { parsed } from '../../http/problem.ts'
import { termsOfVersion } from '../contract/index.ts'
import { readWork } from '../metering/read-work.ts'
import { readLines } from './bill-lines.ts'
import { viewBill } from './bills.ts'
import { claimedBy, claimedLateFees } from './extras-claims.ts'
import { latestExtras } from './extras-id.ts'
import { billingFacts } from './facts.ts'
import { issue } from './issue.ts'
import { issuedBills } from './undecided.ts'

const refused = (code: string, detail: string) => new DomainFailure({ code: `billing.${code}`, kind: 'conflict', detail })

/** Starts the draft of a closed month; the billing consumer claims its items in chunks. Asked twice it is the same draft. */
const draftExtras = handle(routes.draftExtras, async ({ uow, params }) => {
  const { client } = params
  const month = parsed(Month, params.month, 'path')
  const held = await uow.dependOn(monthAggregate, { client, id: month })
  if (held?.state.status !== 'closed') throw refused('month-not-closed', `${month} is not closed yet`)
  const { bill, next } = await latestExtras(uow, client, month)
  if (bill && bill.status !== 'discarded' && bill.status !== 'issued') return { bill: bill.id, nothing: false }
  const billable = (await readWork(uow, client, month)).flatMap(({ item }) =>
    item.state.status === 'billable' ? [item.state.rate] : [],
  )
  const fees = claimedLateFees(await issuedBills(uow, client))
  const first = billable[0] ?? fees[0]
  if (!first) return { ...(bill && { bill: bill.id }), nothing: true }
  const { contract, contractVersion, currency } = first
  uow.create(billAggregate, { client, id: next }, [
    billEvents.draftingStarted.of({ bill: next, client, kind: 'extras', contract, contractVersion, currency, month }),
  ])
  return { bill: next, nothing: false }
})

const discardDraft = handle(routes.discardDraft, async ({ uow, env, params: { client, bill: id }, etag }) => {
  const loaded = await uow.subject(billAggregate, { client, id })
  if (loaded.state.status !== 'draft') throw refused('not-a-draft', `the bill is ${loaded.state.status}`)
  const changed = uow.append(loaded, [billEvents.discardStarted.of({ bill: id, client, by: env.actor })])
  etag(changed.version)
  return viewBill(uow, changed.state)
})

/**
 * Issues a draft. Refused when the items it claimed are no longer as many as it counted, or when what the caller saw was another
 * sum. Issued twice it is the same bill.
 */
const issueBill = handle(routes.issueBill, async ({ uow, params: { client, bill: id }, body, etag }) => {
  const loaded = await uow.subject(billAggregate, { client, id })
  const bill: Bill = loaded.state
  if (bill.status !== 'draft') throw refused('not-a-draft', `the bill is ${bill.status}`)
  if (body.grossMinor !== undefined && body.grossMinor !== bill.grossMinor) {
    throw refused('other-sum', `the draft is now ${bill.grossMinor}, not ${body.grossMinor}`)
  }
  const lines = await readLines(uow, client, id)
  const claimed = bill.month ? claimedBy(await readWork(uow, client, bill.month), id) : []
  const gross = lines.reduce((sum, line) => sum + line.grossMinor, 0)
  if (claimed.length !== bill.claimed || lines.length !== bill.lineCount || gross !== bill.grossMinor) {
    throw refused('claims-changed', 'the draft no longer agrees with what it claimed; discard it and draft again')
  }
  const { today } = await billingFacts(uow, client)
  const terms = await termsOfVersion(uow, client, { contract: bill.contract, version: bill.contractVersion })
  const due = contractDueDate(terms, today, terms.extras?.due)
  const issued = await issue(uow, loaded, { issuedOn: today, due, lines })
  etag(issued.version)
  return viewBill(uow, issued.bill satisfies IssuedBill, lines)
})

export const extrasHandlers = [draftExtras, discardDraft, issueBill]
