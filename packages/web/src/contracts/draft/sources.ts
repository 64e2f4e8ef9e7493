import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { getContract, listContracts, listContractTemplates } from '@pactdesk/domain/outsourcing/contract/routes'
import type { DeviceClass } from '@pactdesk/domain/service-support/configuration/device'
import { countDevices } from '@pactdesk/domain/service-support/configuration/routes'
import { getClient, getProvider, getSite, listSites } from '@pactdesk/domain/tenancy/routes'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { session } from '../../auth/session.ts'
import { localDay } from '../../parts/band/local-day.ts'
import { ticker } from '../../time/ticker.ts'
import { linesOfDevices } from './fee-lines.ts'
import { type ContractForm, type FormSite, formOf } from './form.ts'
import { nextNumber } from './number.ts'
import { prefilled } from './prefill.ts'

export type DraftSources = {
  form: ContractForm
  count: Partial<Record<DeviceClass, number>>
  zone: string
  today: string
  client: ResponseOf<typeof getClient>
  /** The draft that is being changed, with its version. */
  draft?: { id: string; number: string; etag: string | undefined }
}

/** Everything a draft is filled from: the client with its sites and devices, the provider, the template, numbers in use. */
export function useDraftSources(client: string | undefined, draft: string | undefined, nameOf: (kind: DeviceClass) => string) {
  return useQuery({
    queryKey: ['draft-sources', session.workspace, client, draft],
    enabled: client !== undefined,
    // What is being typed must not be replaced under the hand.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: () => read(client ?? '', draft, nameOf),
  })
}

async function read(client: string, draft: string | undefined, nameOf: (kind: DeviceClass) => string): Promise<DraftSources> {
  const params = { client }
  const [profile, provider, siteRows, templates, contracts] = await Promise.all([
    api.call(getClient, { params }),
    api.call(getProvider, {}),
    api.call(listSites, { params, query: { limit: 200 } }),
    api.call(listContractTemplates, {}),
    api.call(listContracts, { query: { limit: 200 } }),
  ])
  const zone = profile.value.billingZone
  const today = localDay(ticker.now(), zone)
  const open = siteRows.value.items.filter(({ status }) => status === 'open')
  const [sites, count, held] = await Promise.all([
    Promise.all(open.map(({ id }) => api.call(getSite, { params: { client, site: id } }).then(({ value }) => value))),
    api.call(countDevices, { params, query: { on: today } }).then(({ value }) => value.byClass),
    draft ? api.call(getContract, { params: { client, contract: draft } }) : undefined,
  ])
  const known = { client: profile.value, count, zone, today }
  if (held) {
    const { id, number, terms } = held.value
    const form = formOf(terms)
    return { ...known, form: { ...form, sites: withUnserved(form.sites, sites) }, draft: { id, number, etag: held.etag } }
  }
  const template = templates.value.items[0]
  if (!template) throw new Error('there is no contract template')
  const taxRate = template.defaults.tax?.services ?? '0.06'
  const form = prefilled({
    template: template.id,
    defaults: template.defaults,
    number: nextNumber(
      contracts.value.items.map(({ number }) => number),
      today.slice(0, 4),
    ),
    client: profile.value,
    provider: provider.value.card,
    sites,
    lines: linesOfDevices(count, taxRate, nameOf),
    today,
  })
  return { ...known, form }
}

/** Sites the draft doesn't serve can be added to it. */
function withUnserved(served: FormSite[], all: readonly ResponseOf<typeof getSite>[]): FormSite[] {
  const more = all
    .filter(({ id }) => !served.some(({ site }) => site === id))
    .map(({ id, name, address, arrivalMinutes }) => ({
      site: id,
      name: name.zh,
      nameEn: name.en,
      address,
      served: false,
      arrivalMinutes,
    }))
  return [...served, ...more]
}
