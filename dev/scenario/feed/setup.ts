import { localDateOf } from '@pactdesk/domain/kernel/time'
import { importDevices } from '@pactdesk/domain/service-support/configuration/routes'
import { type SiteProfile, seriesKey } from '@pactdesk/domain/tenancy/index'
import { changeProvider, createClient, openSite } from '@pactdesk/domain/tenancy/routes'
import type { Inputs } from '../file.ts'
import { admitContacts } from '../people.ts'
import type { World } from '../world.ts'
import { classOf, sitesOf } from './devices.ts'

type Hours = SiteProfile['hours']

const bankAccount = { accountName: 'Operating account', bank: 'Bank', accountNumber: '6222000000000001' }

/** The provider's own settings: the number series goes on from where the provider's bills stood before. */
export async function configureProvider({ as, inputs, zone }: World): Promise<void> {
  const { contract } = inputs
  await as.admin.call(changeProvider, {
    body: {
      name: { zh: contract.provider, en: contract.provider },
      billingZone: zone,
      currency: contract.currency,
      bank: bankAccount,
      emergencyPhone: '+86 21 0000 0000',
      stripe: true,
      invoiceSeries: seriesFrom(inputs),
    },
  })
}

/**
 * `INV-2026-0001` of 2026 is number 1, four digits wide, of a series that counts anew each year, unless the month's bill goes on
 * in the series in another year.
 */
function seriesFrom({ invoice1: { number, issuedOn }, invoice2 }: Inputs) {
  const [, head = '', digits = ''] = /^(.*?)(\d+)$/.exec(number) ?? []
  if (!digits) throw new Error(`${number} does not end in a number`)
  const series = (prefix: string) => ({ prefix, width: Math.min(digits.length, 9), next: Number(digits) })
  const [year = '', month = ''] = issuedOn.split('-')
  const dated = [head.replace(year + month, '{yyyymm}'), head.replace(year, '{yyyy}')].filter(prefix => prefix.includes('{'))
  return dated.map(series).find(each => invoice2.number.startsWith(seriesKey(each, invoice2.issuedOn))) ?? series(head)
}

/** Client, its people and its sites. */
export async function createClientWithSites(world: World): Promise<void> {
  const { as, inputs, zone, names } = world
  const { contract, calendar } = inputs
  const { client: name, clientKey: key } = contract
  const profile = { name: { zh: name, en: name }, mark: key.slice(0, 2), billingZone: zone }
  names.client = (await as.account.call(createClient, { body: { key, ...profile } })).value.id
  await admitContacts(world)
  for (const [id, arrivalMinutes] of Object.entries(contract.arrivalWorkingMinutes)) {
    const body = { id, name: { zh: id, en: id }, address: id, zone, arrivalMinutes, hours: siteHours(calendar) }
    await as.account.call(openSite, { params: { client: names.client }, body })
  }
}

/**
 * Opening hours as people read them on the site's card, which knows one window a day and a lunch break; promises follow the
 * contract's calendar.
 */
function siteHours({ weekly, exceptions }: Inputs['calendar']): Hours {
  const open = Object.entries(weekly).filter(([, windows]) => windows.length > 0)
  const [, windows = []] = open[0] ?? []
  const [first, last] = [windows[0], windows.at(-1)]
  const days = open.map(([day]) => day) as Hours['days']
  const holidays = exceptions ? 'cn' : 'none'
  if (!first || !last || first[0] >= last[1]) return { days, from: '00:00', to: '24:00', lunchBreak: 'none', holidays }
  const lunchBreak = windows.length === 2 ? { from: first[1], to: last[0] } : 'none'
  return { days, from: first[0], to: last[1], lunchBreak, holidays }
}

/** Devices come as a sheet; where the contract is signed within its term, they are in service from its first day on. */
export async function importDeviceSheet({ as, inputs, zone, startedAt, names: { client } }: World): Promise<void> {
  const sites = sitesOf(inputs)
  const [inServiceFrom] = [localDateOf(startedAt, zone), inputs.contract.termFirstDay].sort()
  const rows = inputs.devices.map(({ id, cls }) => [id, classOf(cls), sites.get(id), inServiceFrom].join(','))
  const csv = ['id,class,site,inServiceFrom', ...rows].join('\n')
  for (let remaining = rows.length; remaining > 0; ) {
    const { value } = await as.account.call(importDevices, { params: { client }, body: { csv, mode: 'all-or-nothing' } })
    if (value.errors[0]) throw new Error(value.errors.map(({ line, detail }) => `line ${line}: ${detail}`).join('; '))
    remaining = value.remaining
  }
}
