import { DomainFailure } from '@pactdesk/domain/kernel/result'
import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { type BankLine, bankEvents, bankLineAggregate } from '@pactdesk/domain/outsourcing/billing/bank/bank-line'
import {
  type BankMatch,
  matchBankLine,
  type OpenBill,
  type BankLine as StatementLine,
} from '@pactdesk/domain/outsourcing/billing/bank-match'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import { openMinor } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import type { BillRow } from '@pactdesk/domain/outsourcing/billing/bill/views'
import * as routes from '@pactdesk/domain/outsourcing/billing/routes'
import { clientAggregate, providerAggregate } from '@pactdesk/domain/tenancy/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll, queryPage } from '../../table/page.ts'
import { readStatement } from './bank-statement.ts'
import { latestDay, takePayment } from './record-payment.ts'

/** The file is judged whole before the first line counts. Then each line commits by itself, so a file may be long, and read twice takes nothing twice. */
const importBankStatement = handle(routes.importBankStatement, async ({ uow, ctx, env, body, separately }) => {
  const { bank } = (await uow.load(providerAggregate, { id: ctx.provider })).state
  const own = bank && { account: bank.accountNumber }
  const statement = readStatement(body.csv, { currency: body.currency, latest: latestDay(env.now), ...own })
  const names = new Map<string, readonly string[]>()
  const lines: ResponseOf<typeof routes.importBankStatement>['lines'] = []
  for (const line of statement) {
    const { repeated, ...taken } = await separately(part => take(part, line, names))
    lines.push({ ...viewOf(taken), repeated })
  }
  return { lines }
})

async function take(
  uow: UnitOfWork,
  line: StatementLine,
  names: Map<string, readonly string[]>,
): Promise<BankLine & { repeated: boolean }> {
  const held = await uow.find(bankLineAggregate, { id: line.id })
  if (held) return { ...held.state, repeated: true }
  const match = matchBankLine(line, await openBills(uow, names))
  const certain = match.outcome === 'exact' || match.outcome === 'part'
  if (certain) {
    const { client, bill } = match.bill
    const { on, minor, currency, reference } = line
    await takePayment(
      uow,
      { client, bill },
      { on, minor, currency, via: 'bank', source: `bank:${line.id}`, reference: reference.slice(0, 200) },
    )
  }
  const state = stateOf(line, match, certain)
  uow.create(bankLineAggregate, { id: line.id }, [bankEvents.taken.of({ line: state })])
  return { ...state, repeated: false }
}

/** An overpayment is certain about its bill but not about the rest: a person decides. */
function stateOf(line: StatementLine, match: BankMatch, certain: boolean): BankLine {
  const { id, on, minor, currency, payer, reference } = line
  const base = { id, on, minor, currency, payer, reference, reason: match.reason }
  if (certain && 'bill' in match) {
    const { client, bill, number } = match.bill
    return { ...base, state: 'matched', candidates: [], bill: { client, id: bill, number } }
  }
  const candidates = ('bill' in match ? [match.bill] : match.candidates)
    .slice(0, 20)
    .map(({ client, bill, number, openMinor }) => ({ client, id: bill, number, openMinor }))
  return { ...base, state: candidates.length > 0 ? 'ambiguous' : 'unmatched', candidates }
}

/** Every open bill of the provider, with the names under which its client may pay. */
async function openBills(uow: UnitOfWork, names: Map<string, readonly string[]>): Promise<OpenBill[]> {
  const items = await queryAll(uow.database, uow.ctx, { index: 'gsi1', part: 'AR' })
  const rows = items.map(item => item.row as Required<BillRow>)
  const open: OpenBill[] = []
  await uow.findAll(
    billAggregate,
    rows.map(({ client, id }) => ({ client, id })),
  )
  for (const row of rows) {
    if (!names.has(row.client)) names.set(row.client, await payerNames(uow, row.client))
    // The index may lag behind: what is open is read from the bill itself when the payment is taken.
    const { state } = await uow.load(billAggregate, { client: row.client, id: row.id })
    if (state.status !== 'issued') continue
    open.push({
      client: row.client,
      bill: row.id,
      number: row.number,
      currency: row.currency,
      openMinor: openMinor(state),
      payerNames: names.get(row.client)!,
    })
  }
  return open
}

async function payerNames(uow: UnitOfWork, client: string): Promise<string[]> {
  const { state } = await uow.load(clientAggregate, { client, id: client })
  return [state.name.zh, state.name.en, ...(state.tax ? [state.tax.title] : [])]
}

const viewOf = (line: BankLine) => ({ ...line, candidates: line.candidates.map(({ id, ...rest }) => ({ ...rest, bill: id })) })

const listBankLines = handle(routes.listBankLines, async ({ uow, ctx, query: { state, ...query } }) => {
  const page = await queryPage(uow.database, ctx, { index: 'gsi1', part: `BANKLINE#${state}`, reverse: true, ...query })
  const lines = await uow.findAll(
    bankLineAggregate,
    page.items.map(item => ({ id: (item.row as { id: string }).id })),
  )
  return { items: lines.map(({ state }) => viewOf(state)), ...(page.next && { next: page.next }) }
})

const settleBankLine = handle(routes.settleBankLine, async ({ uow, env, params: { line: id }, body }) => {
  const loaded = await uow.subject(bankLineAggregate, { id })
  const line = loaded.state
  if (line.state === 'matched' || line.state === 'ignored') {
    throw new DomainFailure({ code: 'billing.line-settled', kind: 'conflict', detail: `the line is ${line.state} already` })
  }
  if (body.as === 'ignored') {
    return viewOf(uow.append(loaded, [bankEvents.ignored.of({ line: id, reason: body.reason, by: env.actor })]).state)
  }
  const { on, minor, currency, reference } = line
  const payment = { on, minor, currency, via: 'bank' as const, source: `bank:${id}`, reference: reference.slice(0, 200) }
  const { bill } = await takePayment(uow, body, payment)
  const paid = { client: body.client, id: body.bill, number: bill.number }
  return viewOf(uow.append(loaded, [bankEvents.settled.of({ line: id, bill: paid, by: env.actor })]).state)
})

export const bankHandlers = [importBankStatement, listBankLines, settleBankLine]
