import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { addDays, addMonths } from '@pactdesk/domain/kernel/time'
import type { DraftTerms } from '@pactdesk/domain/outsourcing/contract/draft-terms'
import type { getClient, getProvider, getSite } from '@pactdesk/domain/tenancy/routes'
import type { FormLine } from './fee-lines.ts'
import { type ContractForm, formOf } from './form.ts'
import { type Hours, usualHours } from './hours.ts'

type Known = {
  template: string
  /** What the template says where a draft says nothing. */
  defaults: Partial<DraftTerms>
  number: string
  client: ResponseOf<typeof getClient>
  provider: ResponseOf<typeof getProvider>['card']
  sites: readonly ResponseOf<typeof getSite>[]
  lines: FormLine[]
  /** Today in the billing zone. */
  today: string
}

/** A new contract, filled in as far as the registers know: parties, sites with N, hours of the first site, fees a device class. */
export function prefilled({ template, defaults, number, client, provider, sites, lines, today }: Known): ContractForm {
  const firstDay = addMonths(`${today.slice(0, 7)}-01`, 1)
  const { lateFee, ...rest } = defaults
  const form = formOf({
    ...rest,
    template,
    number,
    client: partyOf(client.name, client.tax),
    provider: {
      ...partyOf(provider.name, provider.taxNumber ? { number: provider.taxNumber } : undefined),
      ...(provider.bank && { bank: provider.bank }),
    },
    currency: provider.currency,
    firstDay,
    lastDay: addDays(addMonths(firstDay, 12), -1),
    billingZone: client.billingZone,
    feeLines: [],
    calendar: { timezone: client.billingZone, weekly: {} },
    sites: sites.map(({ id, name, address, arrivalMinutes }) => ({
      site: id,
      name: name.zh,
      nameEn: name.en,
      address,
      arrivalMinutes,
    })),
    lateFee: lateFee ?? null,
  })
  return { ...form, lines, hours: hoursOfSite(sites[0], client.billingZone) }
}

type Tax = { title?: string | undefined; number?: string | undefined; address?: string | undefined }

const partyOf = (name: { zh: string; en: string }, tax?: Tax): DraftTerms['client'] => ({
  name: tax?.title ?? name.zh,
  nameEn: name.en,
  ...(tax?.address && { address: tax.address }),
  ...(tax?.number && { taxNumber: tax.number }),
})

/** The site has answered the question of its lunch break; without a site it is still open. */
function hoursOfSite(site: Known['sites'][number] | undefined, zone: string): Hours {
  if (!site) return usualHours(zone)
  const { days, from, to, lunchBreak, holidays } = site.hours
  return {
    ...usualHours(site.zone),
    days,
    from,
    to,
    lunch: lunchBreak === 'none' ? 'none' : 'break',
    ...(lunchBreak !== 'none' && { lunchFrom: lunchBreak.from, lunchTo: lunchBreak.to }),
    chineseHolidays: holidays === 'cn',
  }
}
