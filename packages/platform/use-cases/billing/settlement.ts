import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import { openMinor } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import * as routes from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import {
  type Settlement,
  settlementAggregate,
  settlementEvents,
} from '@pactdesk/domain/outsourcing/billing/settlement/settlement'
import type { Ground } from '@pactdesk/domain/outsourcing/billing/termination'
import {
  type BindingContract,
  type Ending,
  giveNotice,
  isBinding,
  markSettled,
} from '@pactdesk/domain/outsourcing/contract/index'
import { refundEntry, settlementEntries } from '@pactdesk/domain/service-delivery/financial/settlement-entries'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { subjectContract } from '../contract/answer.ts'
import { keepBody } from '../contract/bodies.ts'
import { openRegister } from '../contract/register.ts'
import { journalRecord, post } from '../financial/journal-record.ts'
import { storedFile } from '../tenancy/files.ts'
import { creditNotes } from './credit-notes.ts'
import { contractOf } from './facts.ts'
import { planSettlement } from './settlement-plan.ts'
import { issuedBills } from './undecided.ts'

/** Who ends the contract and why, in the words of the contract module. Grounds 4(3) and 4(4) are written down by the provider. */
const noticeBy: Record<Ground, Pick<Ending, 'by' | 'ground'>> = {
  client: { by: 'client', ground: 'none' },
  'client-4(1)': { by: 'client', ground: '4(1)' },
  provider: { by: 'provider', ground: 'none' },
  'provider-4(2)': { by: 'provider', ground: '4(2)' },
  'force-majeure-4(3)': { by: 'provider', ground: '4(3)' },
  'agreed-4(4)': { by: 'provider', ground: '4(4)' },
}

async function bindingContract(uow: UnitOfWork, client: string, id: string): Promise<BindingContract> {
  const contract = await contractOf(uow, client, id)
  if (isBinding(contract)) return contract
  throw new DomainFailure({
    code: 'billing.not-in-force',
    kind: 'conflict',
    detail: `contract ${contract.terms.number} is ${contract.status}`,
  })
}

/** Today, unless another last service day is asked about. */
const previewSettlement = handle(routes.previewSettlement, async ({ uow, params: { client, contract: id }, query }) => {
  const contract = await bindingContract(uow, client, id)
  const today = localDateOf(uow.env.now, contract.terms.billingZone)
  const lastServiceDay = query.lastServiceDay ?? contract.ending?.lastServiceDay ?? today
  const plan = await planSettlement(uow, contract, await issuedBills(uow, client), {
    noticeOn: query.noticeOn ?? today,
    lastServiceDay,
  })
  return plan.preview
})

/** Notice, credit notes, penalty and set-off in one commit: either the contract is settled or nothing has happened. */
const settleContract = handle(routes.settleContract, async ({ uow, env, params: { client, contract: id }, body, etag }) => {
  const loaded = await subjectContract(uow, client, id)
  if (!isBinding(loaded.state))
    throw new DomainFailure({ code: 'billing.not-in-force', kind: 'conflict', detail: 'the contract is not in force' })
  const contract = loaded.state
  const register = await openRegister(uow, client)
  const { ground, noticeOn, lastServiceDay } = body
  const plan = await planSettlement(uow, contract, await issuedBills(uow, client), { noticeOn, lastServiceDay })
  if (plan.preview.unbilledExtras) {
    throw new DomainFailure({
      code: 'billing.unbilled-extras',
      kind: 'conflict',
      detail: 'close the months and bill their extras first',
    })
  }
  const actual = plan.preview.byGround.find(row => row.ground === ground)!
  const today = localDateOf(env.now, contract.terms.billingZone)
  const evidence = await Promise.all(body.evidence.map(file => storedFile(uow, client, file, 'evidence', 'contract-scan')))
  const notice = contract.ending
    ? []
    : unwrap(
        giveNotice(
          contract,
          { ...noticeBy[ground], noticeOn, lastServiceDay, reason: keepBody(uow, loaded, body.reason), evidence },
          env,
        ),
      )
  const noticed = uow.append(loaded, notice)
  const ended = uow.append(noticed, unwrap(markSettled(noticed.state, id)))
  register.enter(ended.state)
  const notes = await creditNotes(uow, contract, plan.termination.creditNotes, today)
  for (const bill of plan.openBills) {
    const held = await uow.load(billAggregate, { client, id: bill.id })
    uow.append(held, [billEvents.setOff.of({ bill: bill.id, client, settlement: id, minor: openMinor(bill), on: today })])
  }
  const entries = settlementEntries({
    settlement: id,
    date: today,
    currency: contract.terms.currency,
    client,
    creditNotes: notes,
    penaltyByClientMinor: actual.penaltyByClientMinor,
    penaltyByProviderMinor: actual.penaltyByProviderMinor,
    setOff: plan.openBills.map(bill => ({ bill: bill.id, number: bill.number, minor: openMinor(bill) })),
  })
  for (const entry of unwrap(entries)) uow.putRecord(journalRecord, { date: entry.date, id: entry.id }, entry, 'absent')
  const settlement: Settlement = { ...plan.preview, client, status: 'made', ground, settledOn: today, actual }
  const made = uow.create(settlementAggregate, { client, id }, [settlementEvents.made.of({ settlement })])
  etag(made.version)
  return made.state
})

const getSettlement = handle(routes.getSettlement, async ({ uow, params: { client, contract }, etag }) => {
  const { state, version } = await uow.load(settlementAggregate, { client, id: contract })
  etag(version)
  return state
})

/** The net is paid once, in full; who pays follows from its sign. */
const recordRefund = handle(routes.recordRefund, async ({ uow, params: { client, contract: id }, body, etag }) => {
  const loaded = await uow.subject(settlementAggregate, { client, id })
  const { actual, currency, status } = loaded.state
  if (status !== 'made')
    throw new DomainFailure({ code: 'billing.settlement-paid', kind: 'conflict', detail: 'the settlement is paid already' })
  if (body.currency !== currency || body.minor !== Math.abs(actual.netToClientMinor)) {
    throw new DomainFailure({
      code: 'billing.refund-amount',
      kind: 'invalid',
      detail: `the net of the settlement is ${Math.abs(actual.netToClientMinor)} ${currency}`,
    })
  }
  const to = actual.netToClientMinor >= 0 ? ('client' as const) : ('provider' as const)
  const source = { kind: 'refund' as const, id, label: body.source }
  post(uow, refundEntry({ id: `refund-${client}-${id}`, date: body.on, currency, client, source }, actual.netToClientMinor))
  const paid = uow.append(loaded, [settlementEvents.paid.of({ contract: id, client, on: body.on, minor: body.minor, to })])
  etag(paid.version)
  return paid.state
})

export const settlementHandlers = [previewSettlement, settleContract, getSettlement, recordRefund]
