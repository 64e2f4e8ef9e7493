import { closeMonth, decideWork, reopenMonth } from '@pactdesk/domain/outsourcing/billing/month/routes'
import {
  decideLateFee,
  draftExtras,
  issueBill,
  payBill,
  recordFapiao,
  recordPayment,
  writeOffRemainder,
} from '@pactdesk/domain/outsourcing/billing/routes'
import { previewSettlement, recordRefund, settleContract } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { getBalances, listJournal } from '@pactdesk/domain/service-delivery/financial/routes'
import { addTicketPart, askTicketQuote, logTicketWork } from '@pactdesk/domain/service-support/incident/routes'
import type { Case } from '../case.ts'
import { ask } from '../request.ts'

const payment = { on: '2027-04-01', minor: 100, currency: 'CNY', via: 'cash', source: 'till-1' }
const pay =
  (changes: object): Case['request'] =>
  ({ other: { bills } }) =>
    ask(recordPayment, { ...payment, ...changes }, { params: { client: bills[0].client, bill: bills[0].id } })

const wrongPayments: [what: string, changes: object, code: string, field?: string][] = [
  ['of zero', { minor: 0 }, 'http.bad-body', 'minor'],
  ['of minus one', { minor: -1 }, 'http.bad-body', 'minor'],
  ['of half a fen', { minor: 0.5 }, 'http.bad-body', 'minor'],
  ['of infinity', { minor: 1e300 }, 'http.bad-body', 'minor'],
  ['of 90 trillion', { minor: 9_007_199_254_740_991 }, 'http.bad-body', 'minor'],
  ['in dollars', { currency: 'USD' }, 'billing.currency'],
  ['in no currency', { currency: '¥' }, 'http.bad-body', 'currency'],
  ['by a pigeon', { via: 'pigeon' }, 'http.bad-body', 'via'],
  ['by Stripe, by hand', { via: 'stripe' }, 'http.bad-body', 'via'],
  ['of next week', { on: '2027-04-20' }, 'billing.payment-date'],
  ['of 1970', { on: '1970-01-01' }, 'billing.payment-date'],
  ['from nowhere', { source: '  ' }, 'http.bad-body', 'source'],
]

const part = { name: 'Power supply', quantity: 1, unitCost: { currency: 'CNY', minor: 52_900 } }
const addPart =
  (changes: object): Case['request'] =>
  ({ client, ticket }) =>
    ask(addTicketPart, { ...part, ...changes }, { params: { client, ticket } })
const work =
  (changes: object): Case['request'] =>
  ({ client, ticket }) =>
    ask(logTicketWork, { kind: 'remote', ...changes }, { params: { client, ticket } })
const quote =
  (changes: object): Case['request'] =>
  ({ client, outside }) =>
    ask(
      askTicketQuote,
      {
        text: 'Four points',
        price: { mode: 'fixed', amount: { currency: 'CNY', minor: 10_000 } },
        expiresAt: '2027-05-01T00:00:00Z',
        ...changes,
      },
      { params: { client, ticket: outside } },
    )

/** Payments, bills, months, late fees, settlements, parts and minutes. */
export const money: readonly Case[] = [
  ...wrongPayments.map(
    ([what, changes, code, field]): Case => ({
      what: `a payment ${what}`,
      request: pay(changes),
      status: 422,
      code,
      ...(field && { field }),
    }),
  ),
  {
    what: 'a payment of a bill that is not there',
    request: ({ client }) => ask(recordPayment, payment, { params: { client, bill: 'nothing' } }),
    status: 404,
    code: 'billing.not-found',
  },
  {
    what: "a payment of another client's bill",
    request: ({ client, other: { bills } }) => ask(recordPayment, payment, { params: { client, bill: bills[0].id } }),
    status: 404,
    code: 'billing.not-found',
  },
  {
    what: 'a payment by the desk',
    request: ({ other: { bills } }) =>
      ask(recordPayment, payment, { params: { client: bills[0].client, bill: bills[0].id }, who: 'desk' }),
    status: 403,
    code: 'tenancy.role',
  },
  {
    what: 'more written off than is open',
    request: ({ other: { bills } }) =>
      ask(writeOffRemainder, { minor: 2_600_001, reason: 'x' }, { params: { client: bills[0].client, bill: bills[0].id } }),
    status: 422,
    code: 'billing.write-off-too-much',
  },
  {
    what: 'less than nothing written off',
    request: ({ other: { bills } }) =>
      ask(writeOffRemainder, { minor: -5, reason: 'x' }, { params: { client: bills[0].client, bill: bills[0].id } }),
    status: 422,
    code: 'http.bad-body',
    field: 'minor',
  },
  {
    what: 'written off without a reason',
    request: ({ other: { bills } }) =>
      ask(writeOffRemainder, { minor: 5, reason: '' }, { params: { client: bills[0].client, bill: bills[0].id } }),
    status: 422,
    code: 'http.bad-body',
    field: 'reason',
  },
  {
    what: 'a hosted page for a paid bill',
    request: ({ client, paidBill }) => ask(payBill, {}, { params: { client, bill: paidBill }, who: 'owner' }),
    status: 409,
    code: 'billing.nothing-open',
  },
  {
    what: 'an issued bill issued again',
    request: ({ client, paidBill }) => ask(issueBill, {}, { params: { client, bill: paidBill } }),
    status: 409,
    code: 'billing.not-a-draft',
  },
  {
    what: 'a fapiao of no kind',
    request: ({ client, paidBill }) =>
      ask(recordFapiao, { title: 'x', kind: 'paper', state: 'issued' }, { params: { client, bill: paidBill } }),
    status: 422,
    code: 'http.bad-body',
    field: 'kind',
  },
  {
    what: 'a late fee claimed twice over',
    request: ({ other: { bills } }) =>
      ask(decideLateFee, { action: 'claim', part: '2' }, { params: { client: bills[0].client, bill: bills[0].id } }),
    status: 422,
    code: 'http.bad-body',
    field: 'part',
  },
  {
    what: 'none of a late fee claimed',
    request: ({ other: { bills } }) =>
      ask(decideLateFee, { action: 'claim', part: '0' }, { params: { client: bills[0].client, bill: bills[0].id } }),
    status: 422,
    code: 'billing.late-fee-part',
  },
  {
    what: 'a late fee waived without a reason',
    request: ({ other: { bills } }) =>
      ask(decideLateFee, { action: 'waive' }, { params: { client: bills[0].client, bill: bills[0].id } }),
    status: 422,
    code: 'billing.late-fee-waiver-reason',
  },
  {
    what: 'a late fee of a day that is not over',
    request: ({ other: { bills } }) =>
      ask(decideLateFee, { action: 'claim', through: '2027-04-20' }, { params: { client: bills[0].client, bill: bills[0].id } }),
    status: 422,
    code: 'billing.late-fee-day-not-over',
  },
  {
    what: 'a month that is not over closed',
    request: ({ client }) => ask(closeMonth, {}, { params: { client, month: '2027-04' } }),
    status: 422,
    code: 'billing.month-not-over',
  },
  {
    what: 'a thirteenth month closed',
    request: ({ client }) => ask(closeMonth, {}, { params: { client, month: '2027-13' } }),
    status: 422,
    code: 'http.bad-path',
  },
  {
    what: 'a month closed again',
    request: ({ client }) => ask(closeMonth, {}, { params: { client, month: '2027-03' } }),
    status: 409,
    code: 'billing.month-closed',
  },
  {
    what: 'a billed month opened again',
    request: ({ client }) => ask(reopenMonth, { reason: 'x' }, { params: { client, month: '2027-03' } }),
    status: 409,
    code: 'billing.month-billed',
  },
  {
    what: 'extras of a thirteenth month',
    request: ({ client }) => ask(draftExtras, {}, { params: { client, month: '2027-13' } }),
    status: 422,
    code: 'http.bad-path',
  },
  {
    what: 'extras of a month that is open',
    request: ({ client }) => ask(draftExtras, {}, { params: { client, month: '2027-04' } }),
    status: 409,
    code: 'billing.month-not-closed',
  },
  {
    what: 'a decision on work that is not there',
    request: ({ client }) =>
      ask(
        decideWork,
        { command: 'write-off', reason: 'x' },
        { params: { client, item: '2027-03~2027-03-09~remote~HEXI-1-w99' } },
      ),
    status: 404,
    code: 'metering.not-found',
  },
  {
    what: 'a decision on work with a # in its name',
    request: ({ client }) => ask(decideWork, { command: 'write-off', reason: 'x' }, { params: { client, item: 'a#b' } }),
    status: 404,
    code: 'metering.not-found',
  },
  {
    what: 'work written off that a bill holds',
    request: ({ client }) =>
      ask(decideWork, { command: 'write-off', reason: 'x' }, { params: { client, item: '2027-03~2027-03-16~remote~HEXI-3-w5' } }),
    status: 409,
    code: 'metering.wrong-state',
  },
  {
    what: 'a settlement on a last day outside the term',
    request: ({ client, contract }) =>
      ask(
        settleContract,
        { ground: 'client', noticeOn: '2027-04-01', lastServiceDay: '2030-01-01', reason: 'x' },
        { params: { client, contract } },
      ),
    status: 422,
    code: 'billing.last-service-day',
  },
  {
    what: 'a settlement on no ground',
    request: ({ client, contract }) =>
      ask(
        settleContract,
        { ground: 'whim', noticeOn: '2027-04-01', lastServiceDay: '2027-04-30', reason: 'x' },
        { params: { client, contract } },
      ),
    status: 422,
    code: 'http.bad-body',
    field: 'ground',
  },
  {
    what: 'a settlement of a draft',
    request: ({ other }) =>
      ask(
        settleContract,
        { ground: 'client', noticeOn: '2027-04-01', lastServiceDay: '2027-04-30', reason: 'x' },
        { params: { client: other.client, contract: other.draft } },
      ),
    status: 409,
    code: 'billing.not-in-force',
  },
  {
    what: 'a preview of a settlement outside the term',
    request: ({ client, contract }) =>
      ask(previewSettlement, undefined, { params: { client, contract }, query: { lastServiceDay: '2030-01-01' } }),
    status: 422,
    code: 'billing.last-service-day',
  },
  {
    what: 'a refund of nothing settled',
    request: ({ client, contract }) =>
      ask(recordRefund, { on: '2027-04-01', minor: 1, currency: 'CNY', source: 'x' }, { params: { client, contract } }),
    status: 404,
    code: 'billing.not-found',
  },
  {
    what: 'a journal of nine thousand years',
    request: () => ask(listJournal, undefined, { query: { from: '0001-01-01', to: '8999-12-31' } }),
    status: 422,
    code: 'financial.span',
  },
  {
    what: 'a journal that ends before it begins',
    request: () => ask(listJournal, undefined, { query: { from: '2027-04-01', to: '2027-03-01' } }),
    status: 422,
    code: 'financial.span',
  },
  {
    what: 'balances as of no day',
    request: () => ask(getBalances, undefined, { query: { asOf: 'today' } }),
    status: 422,
    code: 'http.bad-query',
    field: 'asOf',
  },
  {
    what: 'a part that costs less than nothing',
    request: addPart({ unitCost: { currency: 'CNY', minor: -1 } }),
    status: 422,
    code: 'metering.negative-cost',
  },
  {
    what: 'a part beyond all sums',
    request: addPart({ quantity: 10_000, unitCost: { currency: 'CNY', minor: 9_000_000_000_000_000 } }),
    status: 422,
    code: 'metering.cost-too-large',
  },
  { what: 'half a part', request: addPart({ quantity: 0.5 }), status: 422, code: 'http.bad-body', field: 'quantity' },
  { what: 'no part', request: addPart({ quantity: 0 }), status: 422, code: 'http.bad-body', field: 'quantity' },
  {
    what: 'a part with a receipt that is not there',
    request: addPart({ receipt: 'nothing' }),
    status: 404,
    code: 'tenancy.no-file',
  },
  { what: 'a part fitted tomorrow', request: addPart({ at: '2027-04-09T01:00:00Z' }), status: 422, code: 'incident.future' },
  { what: 'work of minus ten minutes', request: work({ minutes: -10 }), status: 422, code: 'http.bad-body', field: 'minutes' },
  { what: 'work of two days', request: work({ minutes: 2_881 }), status: 422, code: 'http.bad-body', field: 'minutes' },
  {
    what: 'work that ends before it begins',
    request: work({ from: '2027-04-01T03:00:00Z', to: '2027-04-01T02:00:00Z' }),
    status: 422,
    code: 'incident.before-request',
  },
  {
    what: 'work of tomorrow',
    request: work({ from: '2027-04-09T01:00:00Z', to: '2027-04-09T02:00:00Z' }),
    status: 422,
    code: 'incident.future',
  },
  {
    what: 'work told twice over',
    request: work({ minutes: 5, from: '2027-04-01T01:00:00Z', to: '2027-04-01T02:00:00Z' }),
    status: 422,
    code: 'http.bad-body',
    field: 'minutes',
  },
  {
    what: 'a quote of nothing',
    request: quote({ price: { mode: 'fixed', amount: { currency: 'CNY', minor: 0 } } }),
    status: 422,
    code: 'http.bad-body',
    field: 'price.amount',
  },
  {
    what: 'a quote in yen',
    request: quote({ price: { mode: 'fixed', amount: { currency: 'JPY', minor: 10 } } }),
    status: 422,
    code: 'incident.quote-currency',
  },
  {
    what: 'a quote that has expired',
    request: quote({ expiresAt: '2027-01-01T00:00:00Z' }),
    status: 422,
    code: 'incident.quote-expiry',
  },
  {
    what: 'a quote without a price',
    request: quote({ price: { mode: 'later' } }),
    status: 422,
    code: 'http.bad-body',
    field: 'price.mode',
  },
]
