import type { BodyInput } from '@pactdesk/domain/kernel/route'
import * as contract from '@pactdesk/domain/outsourcing/contract/routes'
import type { Product } from '../local/product.ts'
import type { Actors } from './actors.ts'
import { clients, provider } from './people.ts'

type Terms = BodyInput<typeof contract.createContract>['terms']
const cny = (minor: number) => ({ currency: 'CNY', minor })
const prices = { pc: 198_000, server: 860_000, network: 640_000 }

/** Terms of the standard maintenance contract for one of the demo's clients. Amounts include VAT. */
function termsOf(key: string, number: string, firstDay: string, lastDay: string): Terms {
  const company = clients.find(known => known.key === key)!
  const lunch = key === 'MINGDE'
  const day: [string, string][] = lunch
    ? [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ]
    : [['09:00', '18:00']]
  const fee = (line: number, item: string, deviceClass: 'pc' | 'server' | 'network', quantity: number) => ({
    line,
    item,
    deviceClass,
    quantity,
    unitGross: cny(prices[deviceClass]),
    gross: cny(prices[deviceClass] * quantity),
    taxRate: '0.06',
  })
  return {
    template: 'it-maintenance-cn',
    number,
    client: { name: `${company.name.zh}有限公司`, nameEn: company.name.en },
    provider: {
      name: `${provider.name.zh}有限公司`,
      nameEn: provider.name.en,
      taxNumber: provider.taxNumber,
      bank: provider.bank,
    },
    currency: 'CNY',
    firstDay,
    lastDay,
    billingZone: 'Asia/Shanghai',
    feeLines: [fee(1, '电脑维护', 'pc', company.pcs), fee(2, '服务器维护', 'server', 1), fee(3, '网络维护', 'network', 1)],
    calendar: {
      timezone: 'Asia/Shanghai',
      weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map(name => [name, day])),
      publicHolidays: 'CN',
    },
    sites: [{ site: 'HQ', name: '总部', nameEn: 'Head office', arrivalMinutes: key === 'YUNHE' ? 90 : 60 }],
    restore: { minutes: 540, severeMinutes: 300 },
    extras: { due: { days: 15, dayKind: 'calendar', startDayCounts: false, roll: 'next-working-day' }, lateFee: false },
    outOfScope: { listRatePerHour: cny(28_000), discount: '0.15', roundUpMinutes: 15 },
    allocationOrder: 'principal-first',
  }
}

/** A contract over 2026 that was signed on paper before Pactdesk was there: wholly billed and paid. */
export async function recordPaper({ host }: Product, { staff }: Actors, key: string): Promise<void> {
  const terms = termsOf(key, `HB-2026-${key}`, '2026-01-01', '2026-12-31')
  const total = cny(terms.feeLines.reduce((sum, line) => sum + line.gross.minor, 0))
  await staff('accounts').call(contract.recordPaperContract, {
    params: { client: key },
    body: {
      terms,
      providerSignedOn: '2025-12-22',
      clientSignedOn: '2025-12-24',
      opening: { billed: total, paid: total, lastInvoiceNumber: 'HB-OLD-0412', recognisedUntil: host.clock.now().slice(0, 10) },
    },
  })
}

/** Drafted, offered, signed by the provider, then by the client's owner in the portal: the second signature sets it going. */
export async function signInPortal(
  { host }: Product,
  { staff, client }: Actors,
  key: string,
  firstDay: string,
  lastDay: string,
): Promise<string> {
  const terms = termsOf(key, `HB-${firstDay.slice(0, 4)}-${key}`, firstDay, lastDay)
  const created = await staff('accounts').call(contract.createContract, { params: { client: key }, body: { terms } })
  const params = { client: key, contract: created.value.id }
  await staff('accounts').call(contract.offerContract, { params, body: {} })
  await host.drain()
  const offered = (await staff('accounts').call(contract.getContract, { params })).value
  const { document } = offered
  if (!document.sha256) throw new Error(`the PDF of ${terms.number} was not made`)
  const signature = { documentSha256: document.sha256, clausesRead: offered.printedClauses, consent: true as const }
  await staff('accounts').call(contract.signContract, { params, body: { ...signature, name: '沈宇', title: '客户经理' } })
  await client(key, 'owner').call(contract.signContract, {
    params,
    body: { ...signature, name: key === 'MINGDE' ? '何敏' : '云溪', title: '总经理' },
  })
  await host.drain()
  return params.contract
}
