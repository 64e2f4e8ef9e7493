import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, addSeconds, compareInstants, latest, startOfDay } from '@pactdesk/domain/kernel/time'
import { startProduct } from '../local/product.ts'
import { type Answers, collect } from './answers.ts'
import { draftContract, offer, signByBoth } from './feed/contract.ts'
import { endingSteps } from './feed/ending.ts'
import { closeSteps, feePaymentSteps, monthPaymentSteps } from './feed/money.ts'
import { configureProvider, createClientWithSites, importDeviceSheet } from './feed/setup.ts'
import { ticketSteps } from './feed/tickets.ts'
import { visitSteps } from './feed/visits.ts'
import { figures } from './figures/index.ts'
import type { Inputs } from './file.ts'
import { instantAt } from './local-time.ts'
import { connect, createProvider, hireStaff } from './people.ts'
import { type Actual, readFigures } from './read.ts'
import { type Failure, live, type Step } from './timeline.ts'
import type { Names, World } from './world.ts'

/** What the product says of a worked month, and what it refused on the way. */
export type Played = { actual: Actual; failures: Failure[] }

const hour = 3600
const day = 24 * hour

/**
 * Plays a worked month on a host of its own, empty, in a fresh data folder: feeds every input over HTTP as the people concerned,
 * in order of time, and asks for every figure. `log` gets the lines of the host.
 */
export async function play(inputs: Inputs, log: (line: string) => void = () => {}): Promise<Played> {
  const zone = inputs.calendar.timezone
  const answers: Answers = new Map()
  const steps = stepsOf(inputs, answers)
  const [first = ''] = steps.map(({ at }) => at).toSorted(compareInstants)
  const startedAt = addSeconds(first, -hour)
  const data = mkdtempSync(join(tmpdir(), 'pactdesk-scenario-'))
  const product = await startProduct({ data, port: 0, at: startedAt, web: false, log })
  try {
    const names: Names = {
      client: inputs.contract.clientKey,
      technician: 'technician',
      contract: '',
      feeBill: '',
      monthBill: '',
      tickets: new Map(),
      visits: new Map(),
      work: new Map(),
    }
    const world: World = { inputs, zone, startedAt, product, names, ...connect(product, names.client) }
    const before = setUp.map(([what, run]): Step => ({ at: startedAt, what, run }))
    const failures = await live(world, [...before, ...steps])
    await collect(world, 'end', answers)
    return { actual: readFigures(figures, { answers, names }), failures }
  } finally {
    await product.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

/** What stands before the first input: provider, people, client, sites, devices, the contract's words. */
const setUp: [string, Step['run']][] = [
  ['provider', ({ product, inputs }) => createProvider(product, inputs.contract.provider)],
  ['provider settings', configureProvider],
  ['staff', hireStaff],
  ['client', createClientWithSites],
  ['devices', importDeviceSheet],
  ['draft', draftContract],
  ['offer', offer],
]

function stepsOf(inputs: Inputs, answers: Answers): Step[] {
  const { calendar, contract, invoice2 } = inputs
  const zone = calendar.timezone
  const signedAt = instantAt(contract.signedByBothAt, zone)
  const steps: Step[] = [
    { at: signedAt, what: 'signatures', run: signByBoth },
    ...inputs.visits.flatMap(visit => visitSteps(visit, zone, signedAt)),
    ...inputs.tickets.flatMap(ticket => ticketSteps(ticket, zone)),
    ...feePaymentSteps(inputs, zone, signedAt),
    ...closeSteps(inputs, zone),
    {
      at: instantAt(invoice2.issuedOn, zone),
      what: 'figures of the month',
      run: world => collect(world, 'issued', answers),
    },
    ...monthPaymentSteps(inputs, zone),
    ...endingSteps(inputs, zone, world => collect(world, 'notice', answers)),
  ]
  const served = inputs.termination ? [startOfDay(addDays(inputs.termination.lastServiceDay, 1), zone)] : []
  const last = latest(signedAt, ...served, ...steps.map(({ at }) => at))
  // Revenue of the last service day is recognised when that day is over.
  return [...steps, { at: addSeconds(last, day), what: 'the day after', run: async () => {} }]
}
