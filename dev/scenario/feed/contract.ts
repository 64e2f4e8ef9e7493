import type { BodyInput } from '@pactdesk/domain/kernel/route'
import { listBills } from '@pactdesk/domain/outsourcing/billing/routes'
import { createContract, getContract, offerContract, signContract } from '@pactdesk/domain/outsourcing/contract/routes'
import { getProvider } from '@pactdesk/domain/tenancy/routes'
import type { Inputs } from '../file.ts'
import type { Person } from '../people.ts'
import type { World } from '../world.ts'

type Draft = BodyInput<typeof createContract>['terms']

/** The terms of the file in the words of the template; what the file does not say is as the template has it. */
function draftFrom({ calendar, contract }: Inputs, bank: Draft['provider']['bank']): Draft {
  const { clause7, currency } = contract
  const fen = (minor: number) => ({ currency, minor })
  const dueAfter = (days: number) => ({ days, dayKind: 'calendar', startDayCounts: false, roll: 'next-working-day' }) as const
  return {
    template: 'it-maintenance-cn',
    number: contract.number,
    client: { name: contract.client },
    provider: { name: contract.provider, bank },
    currency,
    firstDay: contract.termFirstDay,
    lastDay: contract.termLastDayInclusive,
    billingZone: calendar.timezone,
    feeLines: contract.feeLines.map(({ line, item, grossFen, taxRate }) => ({ line, item, gross: fen(grossFen), taxRate })),
    total: fen(contract.totalGrossFen),
    paymentDue: dueAfter(contract.dueDaysAfterSigning),
    paymentMeans: ['bill', 'bank-transfer', 'hosted-page'],
    lateFee: { ratePerDay: contract.lateFeePerDay },
    tax: { services: clause7.serviceTaxRate, parts: clause7.partsTaxRate },
    calendar: {
      timezone: calendar.timezone,
      weekly: calendar.weekly,
      ...(calendar.exceptions?.startsWith('cn-exceptions') && { publicHolidays: 'CN' }),
    },
    sites: Object.entries(contract.arrivalWorkingMinutes).map(([site, arrivalMinutes]) => ({ site, name: site, arrivalMinutes })),
    severeArrivalMinutes: contract.severeOutOfHoursArrivalElapsedMinutes,
    restore: { minutes: clause7.restoreWorkingMinutes, severeMinutes: clause7.severeRestoreElapsedMinutes },
    extras: { due: dueAfter(clause7.extrasDueDaysAfterIssue), lateFee: false },
    outOfScope: {
      listRatePerHour: fen(clause7.outOfScopeListRateFenPerHour),
      discount: clause7.outOfScopeDiscount,
      roundUpMinutes: clause7.outOfScopeRoundUpMinutes,
    },
    allocationOrder: 'principal-first',
    penaltyRate: contract.terminationPenalty,
  }
}

export async function draftContract({ as, inputs, names }: World): Promise<void> {
  const { client } = names
  const { card } = (await as.account.call(getProvider, {})).value
  const terms = draftFrom(inputs, card.bank)
  const { value } = await as.account.call(createContract, { params: { client }, body: { terms } })
  names.contract = value.id
}

/** The words are frozen and the PDF that both sign is made. */
export async function offer({ as, names: { client, contract } }: World): Promise<void> {
  await as.account.call(offerContract, { params: { client, contract }, body: {} })
}

/** Both sign on the screen, the provider first; the second signature puts the contract in force and issues its bill. */
export async function signByBoth(world: World): Promise<void> {
  const { as, product, names } = world
  await sign(world, 'account', 'Provider')
  await sign(world, 'owner', 'Client')
  await product.host.drain()
  const { items } = (await as.finance.call(listBills, { params: { client: names.client }, query: {} })).value
  const bill = items.find(({ kind }) => kind === 'fee')
  if (!bill) throw new Error('signing issued no bill of the fee')
  names.feeBill = bill.id
}

async function sign({ as, names }: World, person: Person, name: string): Promise<void> {
  const params = { client: names.client, contract: names.contract }
  const { document, printedClauses } = (await as[person].call(getContract, { params })).value
  if (!document.sha256) throw new Error(`the PDF to sign is ${document.status}`)
  const strokes = { width: 300, height: 100, lines: [[10, 50, 150, 40, 290, 60]] }
  const body = {
    documentSha256: document.sha256,
    clausesRead: printedClauses,
    consent: true as const,
    name,
    title: name,
    strokes,
  }
  await as[person].call(signContract, { params, body })
}
