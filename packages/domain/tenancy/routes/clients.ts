import * as z from 'zod'
import { staffRoles } from '../../kernel/context.ts'
import { ClientKey, Id } from '../../kernel/ids.ts'
import { defineRoute, PageQuery, pageOf } from '../../kernel/route.ts'
import { ClientProfile } from '../client/client.ts'
import { ProviderSettings } from '../provider/provider.ts'
import { SiteProfile } from '../site/site.ts'
import { ClientRow, ClientView, clientEditors, ProviderView, SiteRow, SiteView, siteEditors } from '../views.ts'

const group = 'tenancy'
const clients = '/api/tenancy/clients'
const sites = `${clients}/{client}/sites` as const

export const getProvider = defineRoute({
  id: 'getProvider',
  group,
  method: 'GET',
  path: '/api/tenancy/provider',
  summary: 'The provider: emergency telephone, bank account; settings for staff',
  roles: [],
  response: ProviderView,
})
export const changeProvider = defineRoute({
  id: 'changeProvider',
  group,
  method: 'PUT',
  path: '/api/tenancy/provider',
  summary: 'Change the provider settings',
  roles: ['admin'],
  body: ProviderSettings,
  response: ProviderView,
})

export const listClients = defineRoute({
  id: 'listClients',
  group,
  method: 'GET',
  path: clients,
  summary: 'Clients that the caller serves',
  roles: staffRoles,
  query: PageQuery,
  response: pageOf(ClientRow),
})
export const createClient = defineRoute({
  id: 'createClient',
  group,
  method: 'POST',
  path: clients,
  summary: 'Create a client; its key never changes',
  roles: clientEditors,
  body: ClientProfile.extend({ key: ClientKey }),
  response: ClientView,
  status: 201,
})
export const getClient = defineRoute({
  id: 'getClient',
  group,
  method: 'GET',
  path: `${clients}/{client}`,
  summary: 'One client',
  roles: [],
  response: ClientView,
})
export const changeClient = defineRoute({
  id: 'changeClient',
  group,
  method: 'PUT',
  path: `${clients}/{client}`,
  summary: 'Change names, mark, zone or tax title',
  roles: clientEditors,
  body: ClientProfile,
  response: ClientView,
})
export const setClientStatus = defineRoute({
  id: 'setClientStatus',
  group,
  method: 'POST',
  path: `${clients}/{client}/status`,
  summary: 'End or reactivate a client',
  roles: clientEditors,
  body: z.object({ status: z.enum(['active', 'ended']) }),
  response: ClientView,
})

export const listSites = defineRoute({
  id: 'listSites',
  group,
  method: 'GET',
  path: sites,
  summary: 'Sites of a client',
  roles: [],
  query: PageQuery,
  response: pageOf(SiteRow),
})
export const openSite = defineRoute({
  id: 'openSite',
  group,
  method: 'POST',
  path: sites,
  summary: 'Open a site with its N minutes and working hours',
  roles: siteEditors,
  body: SiteProfile.extend({ id: Id }),
  response: SiteView,
  status: 201,
})
export const getSite = defineRoute({
  id: 'getSite',
  group,
  method: 'GET',
  path: `${sites}/{site}`,
  summary: 'One site',
  roles: [],
  response: SiteView,
})
export const changeSite = defineRoute({
  id: 'changeSite',
  group,
  method: 'PUT',
  path: `${sites}/{site}`,
  summary: 'Change a site; signed contracts keep what they were signed with',
  roles: siteEditors,
  body: SiteProfile,
  response: SiteView,
})
export const closeSite = defineRoute({
  id: 'closeSite',
  group,
  method: 'POST',
  path: `${sites}/{site}/close`,
  summary: 'Close a site',
  roles: siteEditors,
  body: z.object({}),
  response: SiteView,
})

export const clientRoutes = [
  getProvider,
  changeProvider,
  listClients,
  createClient,
  getClient,
  changeClient,
  setClientStatus,
  listSites,
  openSite,
  getSite,
  changeSite,
  closeSite,
]
