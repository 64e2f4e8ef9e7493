import { describe, expect, it } from 'vitest'
import type { Result } from '../../kernel/result.ts'
import { unwrap } from '../../kernel/result.ts'
import { contractAggregate } from './aggregate.ts'
import { Contract, commandsIn, contractMachine, type Ending } from './contract.ts'
import type { DraftTermsInput } from './draft-terms.ts'
import type { ContractEvent } from './events.ts'
import {
  advance,
  changeDraft,
  completeStep,
  discardDraft,
  draftContract,
  failStep,
  giveNotice,
  markSettled,
  needOf,
  occupies,
  offer,
  recordPaper,
  signAsClient,
  signAsProvider,
  signOnPaper,
  storeDocument,
  takeBackNotice,
  timersOf,
  withdrawOffer,
} from './index.ts'
import { maintenanceTerms } from './testing.ts'

const hash = (letter: string) => letter.repeat(64)
const file = (letter = 'a') => ({ key: 'p/x.pdf', name: 'x.pdf', type: 'application/pdf', size: 9, sha256: hash(letter) })
const body = { id: 'b1', sha256: hash('e') }
const actor = { kind: 'staff', id: 's1', name: 'Sun' } as const
const env = (now: string) => ({ now, actor, newId: () => 'id1' })
const signing = env('2026-09-30T08:20:00Z')
const devices = [...Array.from({ length: 8 }, () => ({ class: 'pc' })), { class: 'server' }, { class: 'network' }]

const fold = (events: ContractEvent[], at = signing.now, from?: Contract) =>
  events.reduce<Contract | undefined>((state, event) => contractAggregate.evolve(state, event, { at } as never), from)!
const then = (state: Contract, result: Result<ContractEvent[]>, at = signing.now) => fold(unwrap(result), at, state)

const draft = (overrides: Partial<DraftTermsInput> = {}) =>
  fold(unwrap(draftContract({ id: 'k1', client: 'LANHAI', terms: maintenanceTerms(overrides), others: [] })))
const stored = (contract: Contract, document: 'offer' | 'signed' = 'offer', letter = 'a') =>
  then(contract, storeDocument(contract, { version: 1, document, file: file(letter) }))
const offered = (overrides: Partial<DraftTermsInput> = {}) => {
  const contract = draft(overrides)
  return stored(then(contract, offer(contract, { devices, others: [] })))
}
const command = (contract: Contract) => ({
  documentSha256: hash('a'),
  clausesRead: 'clauses' in contract ? contract.clauses : 0,
  evidence: body,
})
const bySignedProvider = (overrides: Partial<DraftTermsInput> = {}) => {
  const contract = offered(overrides)
  return then(contract, signAsProvider(contract, command(contract), signing))
}
const active = (overrides: Partial<DraftTermsInput> = {}) => {
  const contract = bySignedProvider(overrides)
  return then(contract, signAsClient(contract, command(contract), [], signing))
}
const recorded = (now: string, overrides: Partial<DraftTermsInput> = {}, recognisedUntil = '2026-09-01') =>
  fold(
    unwrap(
      recordPaper(
        {
          id: 'k1',
          client: 'LANHAI',
          terms: maintenanceTerms({ firstDay: '2026-01-01', lastDay: '2026-12-31', ...overrides }),
          others: [],
          providerOn: '2025-12-20',
          clientOn: '2025-12-22',
          opening: {
            billed: { currency: 'CNY', minor: 3_600_000 },
            paid: { currency: 'CNY', minor: 3_600_000 },
            lastInvoiceNumber: 'INV-2025-0107',
            recognisedUntil,
          },
        },
        env(now),
      ),
    ),
    now,
  )

describe('from draft to signature', () => {
  it('a draft can be changed, discarded or offered, and nothing else', () => {
    expect(commandsIn('draft')).toEqual(['change-draft', 'discard', 'offer'])
    const contract = draft()
    expect(then(contract, changeDraft(contract, maintenanceTerms({ number: 'X-1' }), []))).toMatchObject({
      status: 'draft',
      terms: { number: 'X-1' },
    })
    expect(then(contract, discardDraft(contract)).status).toBe('discarded')
    expect(signAsProvider(contract, command(contract), signing)).toMatchObject({
      ok: false,
      error: { code: 'contract.wrong-state', kind: 'conflict' },
    })
  })
  it('an offer freezes the words and asks for the PDF', () => {
    const contract = draft()
    const events = unwrap(offer(contract, { devices, others: [] }))
    expect(events.map(({ type }) => type)).toEqual(['contract.offered.v1', 'contract.document-requested.v1'])
    const state = fold(events, signing.now, contract)
    expect(state).toMatchObject({ status: 'offered', document: { status: 'requested' }, clauses: 51, provisional: true })
    expect(changeDraft(state, maintenanceTerms(), [])).toMatchObject({ ok: false, error: { code: 'contract.wrong-state' } })
    expect(signAsProvider(state, command(state), signing)).toMatchObject({
      ok: false,
      error: { code: 'contract.document-pending' },
    })
  })
  it('fees for another number of devices than registered are not offered', () => {
    expect(offer(draft(), { devices: devices.slice(1), others: [] })).toMatchObject({
      ok: false,
      error: { code: 'contract.device-quantity' },
    })
  })
  it('a stored PDF is never replaced, and one of an older offer is dropped', () => {
    const contract = offered()
    expect(unwrap(storeDocument(contract, { version: 1, document: 'offer', file: file('f') }))).toEqual([])
    expect(unwrap(storeDocument(draft(), { version: 1, document: 'offer', file: file() }))).toEqual([])
  })
  it('in the portal the provider signs first, the client second', () => {
    const contract = offered()
    expect(signAsClient(contract, command(contract), [], signing)).toMatchObject({
      ok: false,
      error: { code: 'contract.wrong-state' },
    })
    expect(bySignedProvider()).toMatchObject({
      status: 'signed-by-provider',
      signatures: { provider: { by: 'portal', on: '2026-09-30', documentSha256: hash('a') } },
    })
  })
  it('only the stored document, read to its end, can be signed', () => {
    const contract = bySignedProvider()
    const read = command(contract)
    expect(signAsClient(contract, { ...read, documentSha256: hash('b') }, [], signing)).toMatchObject({
      ok: false,
      error: { code: 'contract.document-changed', kind: 'conflict' },
    })
    expect(signAsClient(contract, { ...read, clausesRead: read.clausesRead - 3 }, [], signing)).toMatchObject({
      ok: false,
      error: { code: 'contract.not-read', params: { remaining: 3 } },
    })
  })
  it('a withdrawn offer is a draft again; its signature is gone', () => {
    const contract = bySignedProvider()
    const state = then(contract, withdrawOffer(contract, body))
    expect(state).toEqual(draft())
    expect(withdrawOffer(active(), body)).toMatchObject({ ok: false, error: { code: 'contract.wrong-state' } })
  })
  it('a contract signed elsewhere meanwhile stops the second signature', () => {
    const contract = bySignedProvider()
    const others = [occupies('k0', maintenanceTerms({ number: 'OTHER' }))]
    expect(signAsClient(contract, command(contract), others, signing)).toMatchObject({
      ok: false,
      error: { code: 'contract.overlapping-terms' },
    })
  })
})

describe('the second signature', () => {
  it('puts the contract in force', () => {
    const contract = bySignedProvider()
    expect(unwrap(signAsClient(contract, command(contract), [], signing)).map(({ type }) => type)).toEqual([
      'contract.signed.v1',
      'contract.activated.v1',
      'contract.visits-due.v1',
      'contract.document-requested.v1',
    ])
    expect(active()).toMatchObject({ status: 'active', how: 'portal', signedOn: '2026-09-30', version: 1, provisional: true })
  })
  it('sets the bill of the whole fee, due two days later and rolled over the holiday', () => {
    expect(active()).toMatchObject({
      schedule: [
        {
          invoiceOn: '2026-09-30',
          due: { rawDueOn: '2026-10-02', dueOn: '2026-10-08', provisional: false },
          gross: { currency: 'CNY', minor: 3_600_000 },
          period: { from: '2026-10-01', to: '2027-10-01' },
        },
      ],
    })
  })
  it('on paper both sign at once, each with a date of its own; the later one counts', () => {
    const contract = offered()
    const dates = { providerOn: '2026-09-30', clientOn: '2026-09-28', scan: file('c') }
    expect(then(contract, signOnPaper(contract, dates, [], signing))).toMatchObject({
      status: 'active',
      how: 'paper',
      signedOn: '2026-09-30',
      signatures: { client: { by: 'paper', on: '2026-09-28', scan: { sha256: hash('c') }, documentSha256: hash('a') } },
    })
    expect(signOnPaper(contract, { ...dates, clientOn: '2026-10-01' }, [], signing)).toMatchObject({
      ok: false,
      error: { code: 'contract.signed-in-future' },
    })
  })
  it('starts its own steps at once and waits for those of other modules', () => {
    const contract = active()
    if (contract.status !== 'active') throw new Error(contract.status)
    expect(contract.steps.map(({ step, status }) => `${step} ${status}`)).toEqual([
      'billing-schedule done',
      'reminders done',
      'device-meters done',
      'visit-plan waiting',
      'cost-centre waiting',
      'bill waiting',
      'stripe-customer waiting',
    ])
  })
  it('a step done twice is done once; a failed one can be done later and is visible until then', () => {
    const contract = active()
    const failed = then(contract, failStep(contract, 'bill', 'number series missing'))
    expect(needOf(failed)).toBe('activation')
    const done = then(failed, completeStep(failed, 'bill', 'done', 'INV-2026-0001'))
    expect(needOf(done)).toBe('none')
    expect(done).toMatchObject({
      steps: expect.arrayContaining([expect.objectContaining({ step: 'bill', status: 'done', attempts: 2 })]),
    })
    expect(unwrap(completeStep(done, 'bill', 'done', 'INV-2026-0001'))).toEqual([])
    expect(unwrap(failStep(done, 'bill', 'late'))).toEqual([])
  })
})

describe('a contract recorded from paper', () => {
  it('is in force with what was billed and paid before, and bills nothing again', () => {
    expect(recorded('2026-09-10T02:00:00Z')).toMatchObject({
      status: 'active',
      how: 'recorded',
      signedOn: '2025-12-22',
      schedule: [],
      opening: { lastInvoiceNumber: 'INV-2025-0107' },
      progress: { day: '2026-09-10', month: '2026-09', visits: '2026-11' },
    })
  })
  it('counts no device-day of the past, but recognises from where the books stood', () => {
    const contract = recorded('2026-11-10T02:00:00Z')
    const due = advance(contract, '2026-11-11T00:00:00Z').map(({ event, at }) => [event.type, at, event.data])
    expect(due).toMatchObject([
      ['contract.month-ended.v1', '2026-11-10T02:00:00Z', { month: '2026-09', through: '2026-09-30' }],
      ['contract.month-ended.v1', '2026-11-10T02:00:00Z', { month: '2026-10', through: '2026-10-31' }],
      ['contract.day-ended.v1', '2026-11-10T16:00:00Z', { date: '2026-11-10' }],
    ])
  })
  it('whose term has passed ends at once', () => {
    const contract = recorded('2027-02-01T00:00:00Z', {}, '2027-01-01')
    expect(advance(contract, '2027-02-01T00:00:00Z').map(({ event }) => event.type)).toEqual(['contract.ended.v1'])
  })
  it('refuses an opening state that cannot be', () => {
    const opening = {
      billed: { currency: 'CNY', minor: 100 },
      paid: { currency: 'CNY', minor: 101 },
      recognisedUntil: '2026-10-01',
    }
    const attempt = (change: object) =>
      recordPaper(
        {
          id: 'k1',
          client: 'LANHAI',
          terms: maintenanceTerms(),
          others: [],
          providerOn: '2026-09-01',
          clientOn: '2026-09-01',
          opening: { ...opening, ...change },
        },
        signing,
      )
    const codeOf = (change: object) => {
      const result = attempt(change)
      return result.ok ? 'ok' : result.error.code
    }
    expect(codeOf({})).toBe('contract.opening')
    expect(codeOf({ paid: { currency: 'CNY', minor: 100 } })).toBe('ok')
    expect(codeOf({ paid: { currency: 'USD', minor: 1 } })).toBe('contract.wrong-currency')
    expect(codeOf({ paid: { currency: 'CNY', minor: -1 } })).toBe('contract.negative-amount')
    expect(codeOf({ billed: { currency: 'CNY', minor: 3_600_001 } })).toBe('contract.opening')
    expect(codeOf({ paid: { currency: 'CNY', minor: 1 }, recognisedUntil: '2028-01-01' })).toBe('contract.opening')
  })
})

describe('timers of a contract', () => {
  it('fire in order, each as of its own instant in the billing zone', () => {
    const fired = advance(active(), '2026-11-01T00:00:00Z')
    expect(fired).toHaveLength(34)
    expect(fired[0]).toMatchObject({ at: '2026-09-30T16:00:00Z', event: { data: { months: ['2026-11'] } } })
    expect(fired[1]).toMatchObject({ at: '2026-10-01T16:00:00Z', event: { data: { date: '2026-10-01' } } })
    expect(fired.slice(-3)).toMatchObject([
      { at: '2026-10-31T16:00:00Z', event: { type: 'contract.day-ended.v1', data: { date: '2026-10-31' } } },
      {
        at: '2026-10-31T16:00:00Z',
        event: { type: 'contract.month-ended.v1', data: { month: '2026-10', through: '2026-10-31' } },
      },
      { at: '2026-10-31T16:00:00Z', event: { type: 'contract.visits-due.v1', data: { months: ['2026-12'] } } },
    ])
  })
  it('over the whole term give each day, month and visit once, one reminder and the end', () => {
    let contract = active()
    const counts: Record<string, number> = {}
    for (let commits = 0; contract.status === 'active' && commits < 20; commits++) {
      const fired = advance(contract, '2028-01-01T00:00:00Z')
      expect(fired.length).toBeLessThanOrEqual(60)
      for (const { event, at } of fired) {
        counts[event.type] = (counts[event.type] ?? 0) + 1
        contract = fold([event], at, contract)
      }
    }
    expect(counts).toEqual({
      'contract.day-ended.v1': 365,
      'contract.month-ended.v1': 12,
      'contract.visits-due.v1': 11,
      'contract.expiry-reminded.v1': 1,
      'contract.ended.v1': 1,
    })
    expect(contract).toMatchObject({ status: 'ended', endedBy: 'expiry', endedOn: '2027-09-30' })
    expect(contractAggregate.project(contract).dueAt).toBeUndefined()
    expect(Contract.parse(contract)).toEqual(contract)
  })
  it('wake the contract at the earliest one', () => {
    expect(contractAggregate.project(active()).dueAt).toBe('2026-09-30T16:00:00Z')
  })
  it('recognise a broken last month up to the last day', () => {
    const contract = active({ lastDay: '2026-11-14' })
    const months = advance(contract, '2027-01-01T00:00:00Z').flatMap(({ event }) =>
      event.type === 'contract.month-ended.v1' ? [event.data.through] : [],
    )
    expect(months).toEqual(['2026-10-31', '2026-11-14'])
  })
})

describe('ending early', () => {
  const at = env('2026-11-30T02:00:00Z')
  const ending: Ending = {
    by: 'client',
    ground: 'none',
    noticeOn: '2026-11-30',
    lastServiceDay: '2026-12-31',
    reason: body,
    evidence: [],
  }
  const inNovember = () => {
    let contract = active()
    while (advance(contract, at.now).length > 0)
      for (const { event, at: when } of advance(contract, at.now)) contract = fold([event], when, contract)
    return contract
  }
  it('serves to the end of the last service day, then ends', () => {
    const contract = inNovember()
    const noticed = then(contract, giveNotice(contract, ending, at))
    expect(needOf(noticed)).toBe('settlement')
    const rest = advance(noticed, '2027-06-01T00:00:00Z')
    expect(rest.at(-1)).toMatchObject({
      at: '2026-12-31T16:00:00Z',
      event: { type: 'contract.ended.v1', data: { endedBy: 'termination', lastServiceDay: '2026-12-31' } },
    })
    expect(rest.some(({ event }) => event.type === 'contract.expiry-reminded.v1')).toBe(false)
  })
  it('can be taken back while the contract runs, and then plans and serves on', () => {
    const contract = inNovember()
    const noticed = then(contract, giveNotice(contract, ending, at))
    expect(then(noticed, takeBackNotice(noticed, body))).toEqual(contract)
    expect(takeBackNotice(contract, body)).toMatchObject({ ok: false, error: { code: 'contract.no-notice' } })
  })
  it.each([
    ['a last day before the notice', { lastServiceDay: '2026-11-29' }, 'contract.last-day'],
    ['a last day after the term', { lastServiceDay: '2027-10-01' }, 'contract.last-day'],
    ['a notice of tomorrow', { noticeOn: '2026-12-01' }, 'contract.notice-in-future'],
    ['a day that was served already', { noticeOn: '2026-10-20', lastServiceDay: '2026-10-31' }, 'contract.already-served'],
    ['a ground of the other party', { by: 'provider', ground: '4(1)' }, 'contract.ground-of-other-party'],
    ['a ground of the other party', { by: 'client', ground: '4(2)' }, 'contract.ground-of-other-party'],
  ] as const)('refuses %s', (_, change, code) => {
    expect(giveNotice(inNovember(), { ...ending, ...change }, at)).toMatchObject({ ok: false, error: { code } })
  })
  it('is settled once', () => {
    const contract = inNovember()
    expect(markSettled(contract, 's1')).toMatchObject({ ok: false, error: { code: 'contract.no-notice' } })
    const noticed = then(contract, giveNotice(contract, ending, at))
    const settled = then(noticed, markSettled(noticed, 's1'))
    expect(needOf(settled)).toBe('none')
    expect(unwrap(markSettled(settled, 's1'))).toEqual([])
    expect(markSettled(settled, 's2')).toMatchObject({ ok: false, error: { code: 'contract.settled' } })
  })
})

describe('the machine', () => {
  it('leads everywhere from a draft, and out of nothing that has ended', () => {
    const reached = new Set(['none'])
    for (let n = 0; n < 5; n++) for (const { from, to } of contractMachine) if (reached.has(from)) reached.add(to)
    expect([...reached].sort()).toEqual(['active', 'discarded', 'draft', 'ended', 'none', 'offered', 'signed-by-provider'])
    expect(commandsIn('ended')).toEqual([])
    expect(commandsIn('discarded')).toEqual([])
  })
  it('keeps rows small and states whole', () => {
    for (const contract of [draft(), offered(), bySignedProvider(), active(), recorded('2026-09-10T02:00:00Z')]) {
      const { row } = contractAggregate.project(contract)
      expect(JSON.stringify(row).length).toBeLessThan(700)
      expect(Contract.parse(contract)).toEqual(contract)
    }
    const contract = active()
    if (contract.status === 'active')
      expect(timersOf(contract).map(({ kind }) => kind)).toEqual(['visits', 'day', 'month', 'reminder', 'end'])
  })
})
