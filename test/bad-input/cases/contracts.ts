import {
  changeContractDraft,
  createContract,
  draftContractRenewal,
  giveContractNotice,
  offerContract,
  recordPaperContract,
  signContract,
  signContractOnPaper,
} from '@pactdesk/domain/outsourcing/contract/routes'
import { maintenanceDraft } from '@pactdesk/domain/outsourcing/contract/testing'
import type { Case } from '../case.ts'
import { ask, type Request, type Who } from '../request.ts'
import type { World } from '../world.ts'

const cny = (minor: number) => ({ currency: 'CNY', minor })
type Draft = ReturnType<typeof maintenanceDraft>
const terms: Draft = {
  ...maintenanceDraft({ number: 'BAD-1', firstDay: '2031-01-01', lastDay: '2031-12-31' }),
  feeLines: [{ line: 1, item: 'Maintenance', gross: cny(1_200_000), taxRate: '0.06' }],
}
const fee = { line: 1, item: 'Maintenance', gross: cny(1_200_000), taxRate: '0.06' }

const draft =
  (changes: object): Case['request'] =>
  ({ other }) =>
    ask(createContract, { terms: { ...terms, ...changes } }, { params: { client: other.client } })

/** Terms that are wrong: what, the terms, code, field. */
const wrongTerms: [what: string, changes: object, code: string, field?: string][] = [
  ['an unknown template', { template: 'it-maintenance-mars' }, 'contract.unknown-template', 'template'],
  ['a template of another kind of value', { template: 7 }, 'http.bad-body', 'terms.template'],
  ['a wrong billing zone', { billingZone: 'Asia/Beijing' }, 'http.bad-body', 'terms.billingZone'],
  [
    'a calendar in a wrong zone',
    { calendar: { ...terms.calendar, timezone: 'GMT+8' } },
    'http.bad-body',
    'terms.calendar.timezone',
  ],
  ['an end before its start', { firstDay: '2031-12-31', lastDay: '2031-01-01' }, 'contract.term-reversed', 'lastDay'],
  ['a term of two hundred years', { lastDay: '2231-12-31' }, 'contract.term-too-long', 'lastDay'],
  ['a first day that no calendar has', { firstDay: '2031-02-29' }, 'http.bad-body', 'terms.firstDay'],
  ['terms that overlap another contract', { firstDay: '2027-06-01', lastDay: '2027-08-31' }, 'contract.overlapping-terms'],
  ['a negative fee', { feeLines: [{ ...fee, gross: cny(-1) }] }, 'contract.negative-amount', 'feeLines.0.gross'],
  ['a fee of nothing', { feeLines: [{ ...fee, gross: cny(0) }] }, 'contract.no-fee', 'feeLines'],
  ['half a fen', { feeLines: [{ ...fee, gross: cny(0.5) }] }, 'http.bad-body', 'terms.feeLines.0.gross.minor'],
  ['a fee beyond all numbers', { feeLines: [{ ...fee, gross: cny(2 ** 53) }] }, 'http.bad-body', 'terms.feeLines.0.gross.minor'],
  [
    'a fee of a quadrillion',
    {
      feeLines: [
        { ...fee, gross: cny(9_000_000_000_000_000) },
        { ...fee, line: 2, gross: cny(9_000_000_000_000_000) },
      ],
    },
    'contract.amount-too-large',
    'feeLines.1.gross',
  ],
  [
    'a fee in words',
    { feeLines: [{ ...fee, gross: { currency: 'CNY', minor: '1200000' } }] },
    'http.bad-body',
    'terms.feeLines.0.gross.minor',
  ],
  [
    'a fee in another currency',
    { feeLines: [{ ...fee, gross: { currency: 'USD', minor: 1_200_000 } }] },
    'contract.wrong-currency',
    'feeLines.0.gross',
  ],
  ['a currency that is none', { currency: 'RMB' }, 'http.bad-body', 'terms.currency'],
  ['a tax rate of 6', { feeLines: [{ ...fee, taxRate: '6' }] }, 'http.bad-body', 'terms.feeLines.0.taxRate'],
  ['a tax rate as a float', { feeLines: [{ ...fee, taxRate: 0.06 }] }, 'http.bad-body', 'terms.feeLines.0.taxRate'],
  ['no fee line', { feeLines: [] }, 'http.bad-body', 'terms.feeLines'],
  ['a fee line twice', { feeLines: [fee, fee] }, 'contract.line-twice', 'feeLines.1.line'],
  [
    'a unit price that does not multiply to the fee',
    { feeLines: [{ ...fee, quantity: 3, unitGross: cny(1) }] },
    'contract.fee-line-sum',
    'feeLines.0.gross',
  ],
  ['a total that is not the sum', { total: cny(1) }, 'contract.fee-total', 'total'],
  ['no site', { sites: [] }, 'http.bad-body', 'terms.sites'],
  ['a site twice', { sites: [terms.sites[0], terms.sites[0]] }, 'contract.site-twice', 'sites.1.site'],
  [
    'a site that the client does not have',
    { sites: [{ site: 'MOON', name: 'Moon', arrivalMinutes: 60 }] },
    'contract.site-unknown',
    'sites.0.site',
  ],
  [
    'an arrival within zero minutes',
    { sites: [{ ...terms.sites[0], arrivalMinutes: 0 }] },
    'http.bad-body',
    'terms.sites.0.arrivalMinutes',
  ],
  ['a late fee of 200 %', { lateFee: { ratePerDay: '2' } }, 'http.bad-body', 'terms.lateFee.ratePerDay'],
  [
    'a rate in another currency',
    { outOfScope: { listRatePerHour: { currency: 'JPY', minor: 1 }, discount: '0', roundUpMinutes: 15 } },
    'contract.wrong-currency',
    'outOfScope.listRatePerHour',
  ],
  [
    'a working day without time',
    { calendar: { ...terms.calendar, weekly: { mon: [['18:00', '18:00']] } } },
    'http.bad-body',
    'terms.calendar.weekly.mon.0',
  ],
  ['a number in use', { number: 'BL-1' }, 'contract.number-taken'],
  ['a number on two lines', { number: 'BL\n7' }, 'http.bad-body', 'terms.number'],
  ['a term that no template knows', { bonus: '0.1' }, 'http.bad-body', 'terms.bonus'],
  [
    'terms of 20,000 characters',
    { otherTerms: Array.from({ length: 10 }, () => 'x'.repeat(1_990)) },
    'contract.terms-too-long',
    'otherTerms',
  ],
]
const conflicts = new Set(['contract.overlapping-terms', 'contract.number-taken'])

const paper =
  (changes: object, opening: object = {}): Case['request'] =>
  ({ other }) =>
    ask(
      recordPaperContract,
      {
        terms: { ...terms, firstDay: '2020-01-01', lastDay: '2020-12-31' },
        providerSignedOn: '2019-12-20',
        clientSignedOn: '2019-12-22',
        opening: { billed: cny(1_200_000), paid: cny(1_200_000), recognisedUntil: '2020-06-01', ...opening },
        ...changes,
      },
      { params: { client: other.client } },
    )

type Signing = { sha256: string; clauses: number }
const sign =
  (change: (signing: Signing) => object, who?: Who) =>
  ({ other }: World): Request =>
    ask(
      signContract,
      {
        documentSha256: other.offer.sha256,
        clausesRead: other.offer.clauses,
        consent: true,
        name: 'Li',
        title: 'Manager',
        ...change(other.offer),
      },
      { params: { client: other.client, contract: other.offer.id }, ...(who && { who }) },
    )

/** Terms, overlaps, signatures. */
export const contracts: readonly Case[] = [
  ...wrongTerms.map(
    ([what, changes, code, field]): Case => ({
      what: `a draft with ${what}`,
      request: draft(changes),
      status: conflicts.has(code) ? 409 : 422,
      code,
      ...(field && { field }),
    }),
  ),
  {
    what: 'a draft changed to a negative fee',
    request: ({ other }) =>
      ask(
        changeContractDraft,
        { terms: { ...terms, feeLines: [{ ...fee, gross: cny(-1) }] } },
        { params: { client: other.client, contract: other.draft } },
      ),
    status: 422,
    code: 'contract.negative-amount',
    field: 'feeLines.0.gross',
  },
  {
    what: 'terms of a contract in force changed',
    request: ({ client, contract }) => ask(changeContractDraft, { terms }, { params: { client, contract } }),
    status: 409,
    code: 'contract.wrong-state',
  },
  {
    what: 'a contract in force offered',
    request: ({ client, contract }) => ask(offerContract, {}, { params: { client, contract } }),
    status: 409,
    code: 'contract.wrong-state',
  },
  {
    what: 'a renewal of a contract that is not there',
    request: ({ client }) => ask(draftContractRenewal, { number: 'R-1' }, { params: { client, contract: 'nothing' } }),
    status: 404,
    code: 'contract.not-found',
  },
  {
    what: 'a renewal under a number on two lines',
    request: ({ client, contract }) => ask(draftContractRenewal, { number: 'R\n1' }, { params: { client, contract } }),
    status: 422,
    code: 'http.bad-body',
    field: 'number',
  },
  {
    what: 'a paper signed tomorrow',
    request: paper({ clientSignedOn: '2027-04-09' }),
    status: 422,
    code: 'contract.signed-in-future',
  },
  {
    what: 'a paper of a client that is not there',
    request: () =>
      ask(
        recordPaperContract,
        {
          terms,
          providerSignedOn: '2019-12-20',
          clientSignedOn: '2019-12-20',
          opening: { billed: cny(0), paid: cny(0), recognisedUntil: '2031-01-01' },
        },
        { params: { client: 'NOBODY' } },
      ),
    status: 404,
    code: 'tenancy.not-found',
  },
  { what: 'a paper with a scan that is not there', request: paper({ scan: 'nothing' }), status: 404, code: 'tenancy.no-file' },
  {
    what: 'a paper billed below zero',
    request: paper({}, { billed: cny(-1), paid: cny(-1) }),
    status: 422,
    code: 'contract.negative-amount',
  },
  {
    what: 'a paper billed over its total',
    request: paper({}, { billed: cny(1_200_001) }),
    status: 422,
    code: 'contract.opening',
  },
  { what: 'a paper paid over what was billed', request: paper({}, { billed: cny(1) }), status: 422, code: 'contract.opening' },
  {
    what: 'a paper billed in dollars',
    request: paper({}, { billed: { currency: 'USD', minor: 1 } }),
    status: 422,
    code: 'contract.wrong-currency',
  },
  {
    what: 'a paper recognised outside its term',
    request: paper({}, { recognisedUntil: '2022-01-01' }),
    status: 422,
    code: 'contract.opening',
  },
  {
    what: 'a signature under another document',
    request: sign(() => ({ documentSha256: 'b'.repeat(64) })),
    status: 409,
    code: 'contract.document-changed',
  },
  {
    what: 'a signature under no hash',
    request: sign(() => ({ documentSha256: 'b' })),
    status: 422,
    code: 'http.bad-body',
    field: 'documentSha256',
  },
  {
    what: 'a signature before all clauses are read',
    request: sign(({ clauses }) => ({ clausesRead: clauses - 1 })),
    status: 422,
    code: 'contract.not-read',
  },
  {
    what: 'a signature without consent',
    request: sign(() => ({ consent: false })),
    status: 422,
    code: 'http.bad-body',
    field: 'consent',
  },
  {
    what: 'a signature in strokes and as a picture',
    request: sign(() => ({ image: 'x', strokes: { width: 9, height: 9, lines: [[1, 1]] } })),
    status: 422,
    code: 'http.bad-body',
    field: 'image',
  },
  {
    what: 'a signature with a picture that is not there',
    request: sign(() => ({ image: 'nothing' })),
    status: 404,
    code: 'tenancy.no-file',
  },
  { what: 'a signature by the desk', request: sign(() => ({}), 'desk'), status: 403, code: 'tenancy.role' },
  { what: "a signature by another company's owner", request: sign(() => ({}), 'owner'), status: 404, code: 'tenancy.not-found' },
  {
    what: 'a signature on a contract that is signed',
    request: ({ client, contract, other }) =>
      ask(
        signContract,
        { documentSha256: other.offer.sha256, clausesRead: 99, consent: true, name: 'Li', title: 'x' },
        { params: { client, contract }, who: 'owner' },
      ),
    status: 409,
    code: 'contract.wrong-state',
  },
  {
    what: 'a signature by a user of the client',
    request: ({ client, contract, other }) =>
      ask(
        signContract,
        { documentSha256: other.offer.sha256, clausesRead: 99, consent: true, name: 'Li', title: 'x' },
        { params: { client, contract }, who: 'user' },
      ),
    status: 403,
    code: 'tenancy.role',
  },
  {
    what: 'a paper signature without its scan',
    request: ({ other }) =>
      ask(
        signContractOnPaper,
        { providerSignedOn: '2027-03-01', clientSignedOn: '2027-03-01', scan: 'nothing' },
        { params: { client: other.client, contract: other.offer.id } },
      ),
    status: 404,
    code: 'tenancy.no-file',
  },
  {
    what: 'a notice on a ground of the other party',
    request: ({ client, contract }) =>
      ask(
        giveContractNotice,
        { by: 'client', ground: '4(2)', noticeOn: '2027-04-01', lastServiceDay: '2027-04-30', reason: 'x' },
        { params: { client, contract } },
      ),
    status: 422,
    code: 'contract.ground-of-other-party',
  },
  {
    what: 'a notice of tomorrow',
    request: ({ client, contract }) =>
      ask(
        giveContractNotice,
        { by: 'client', ground: 'none', noticeOn: '2027-04-09', lastServiceDay: '2027-04-30', reason: 'x' },
        { params: { client, contract } },
      ),
    status: 422,
    code: 'contract.notice-in-future',
  },
  {
    what: 'a last service day before the notice',
    request: ({ client, contract }) =>
      ask(
        giveContractNotice,
        { by: 'client', ground: 'none', noticeOn: '2027-04-01', lastServiceDay: '2027-03-30', reason: 'x' },
        { params: { client, contract } },
      ),
    status: 422,
    code: 'contract.last-day',
  },
]
