import { addSeconds } from '@pactdesk/domain/kernel/time'
import { recordPaperContract } from '@pactdesk/domain/outsourcing/contract/routes'
import { maintenanceDraft } from '@pactdesk/domain/outsourcing/contract/testing'
import { createClient, openSite } from '@pactdesk/domain/tenancy/routes'
import { importIncidents } from '../../dev/import/incidents.ts'
import { draftContract, offer, signByBoth } from '../../dev/scenario/feed/contract.ts'
import { closeSteps, feePaymentSteps, monthPaymentSteps } from '../../dev/scenario/feed/money.ts'
import { configureProvider, createClientWithSites, importDeviceSheet } from '../../dev/scenario/feed/setup.ts'
import { ticketSteps } from '../../dev/scenario/feed/tickets.ts'
import { visitSteps } from '../../dev/scenario/feed/visits.ts'
import { instantAt } from '../../dev/scenario/local-time.ts'
import { connect, createProvider, hireStaff } from '../../dev/scenario/people.ts'
import type { Step } from '../../dev/scenario/timeline.ts'
import type { Stage, World } from '../../dev/scenario/world.ts'
import { incidentLog } from './incident-log.ts'
import { inputs } from './inputs.ts'

const zone = inputs.calendar.timezone
const signedAt = instantAt(inputs.contract.signedByBothAt, zone)
/** Business time at which the story begins. */
export const startedAt = addSeconds(signedAt, -3600)
/** The second company: on paper since January, with a past elsewhere. */
const elsewhere = 'YUAN'

export function worldOf(product: Stage): World {
  const client = inputs.contract.clientKey
  const names = {
    client,
    technician: 'technician',
    contract: '',
    feeBill: '',
    monthBill: '',
    tickets: new Map(),
    visits: new Map(),
    work: new Map(),
  }
  return { inputs, zone, startedAt, product, names, ...connect(product, client) }
}

/** Set up, sign, import, a month of work, close, bill, get paid: everything in order of time. */
export const steps: readonly Step[] = [
  ...(
    [
      ['provider', ({ product }) => createProvider(product, inputs.contract.provider)],
      ['provider settings', configureProvider],
      ['staff', hireStaff],
      ['client', createClientWithSites],
      ['devices', importDeviceSheet],
      ['draft', draftContract],
      ['offer', offer],
      ['paper contract', recordPaper],
      ['import', importLog],
    ] as [string, Step['run']][]
  ).map(([what, run]) => ({ at: startedAt, what, run })),
  { at: signedAt, what: 'signatures', run: signByBoth },
  ...inputs.visits.flatMap(visit => visitSteps(visit, zone, signedAt)),
  ...inputs.tickets.flatMap(ticket => ticketSteps(ticket, zone)),
  ...feePaymentSteps(inputs, zone, signedAt),
  ...closeSteps(inputs, zone),
  ...monthPaymentSteps(inputs, zone),
]

async function recordPaper({ as }: World): Promise<void> {
  const name = { zh: '元泰', en: 'Yuantai' }
  const params = { client: elsewhere }
  await as.admin.call(createClient, { body: { key: elsewhere, name, mark: '元', billingZone: zone } })
  const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[]
  const hours = { days, from: '09:00', to: '18:00', lunchBreak: 'none', holidays: 'cn' } as const
  const site = { id: 'HQ', name, address: 'HQ', zone, arrivalMinutes: 60, hours }
  await as.admin.call(openSite, { params, body: site })
  const paid = { currency: 'CNY', minor: 3_600_000 }
  await as.admin.call(recordPaperContract, {
    params,
    body: {
      terms: maintenanceDraft({ number: 'YT-1', firstDay: '2027-01-01', lastDay: '2027-12-31' }),
      providerSignedOn: '2026-12-20',
      clientSignedOn: '2026-12-22',
      opening: { billed: paid, paid, recognisedUntil: '2027-03-01' },
    },
  })
}

async function importLog({ as }: World): Promise<void> {
  const file = { name: 'log.csv', text: incidentLog() }
  await importIncidents({ api: as.admin, client: elsewhere, zone, firstDay: '2027-01-11', file })
}
