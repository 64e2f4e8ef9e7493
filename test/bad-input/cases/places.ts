import { closeMonth, getMonth } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { draftExtras } from '@pactdesk/domain/outsourcing/billing/routes'
import { startImport } from '@pactdesk/domain/service-desk/routes'
import { registerDevice, retireDevice } from '@pactdesk/domain/service-support/configuration/routes'
import { openTicket } from '@pactdesk/domain/service-support/incident/routes'
import { addContact, addStaff, changeProvider, createClient, openSite, requestUpload } from '@pactdesk/domain/tenancy/routes'
import type { Case } from '../case.ts'
import { ask } from '../request.ts'
import { site } from '../world.ts'

const nobody = { params: { client: 'NOBODY' } }
const hexi = { params: { client: 'HEXI' } }
const name = { zh: '甲', en: 'A' }
const device = { id: 'PC-90', name: 'PC 90', class: 'pc', site: 'HQ', inServiceFrom: '2027-03-05' }
const ticket = { subject: 'No network', requesterName: 'Lin', site: 'HQ' }

/** Clients, sites, people and devices that are not there or do not fit. */
export const places: readonly Case[] = [
  {
    what: 'a site of a client that is not there',
    request: () => ask(openSite, site, nobody),
    status: 404,
    code: 'tenancy.not-found',
  },
  {
    what: 'a contact of a client that is not there',
    request: () => ask(addContact, { name }, nobody),
    status: 404,
    code: 'tenancy.not-found',
  },
  {
    what: 'a device of a client that is not there',
    request: () => ask(registerDevice, device, nobody),
    status: 422,
    code: 'configuration.site-unknown',
  },
  {
    what: 'a ticket of a client that is not there',
    request: () => ask(openTicket, { ...ticket, site: undefined }, nobody),
    status: 404,
    code: 'tenancy.not-found',
  },
  {
    what: 'a file for a client that is not there',
    request: () => ask(requestUpload, { purpose: 'ticket-attachment', name: 'a.pdf', type: 'application/pdf', size: 3 }, nobody),
    status: 404,
    code: 'tenancy.not-found',
  },
  {
    what: 'a month closed for a client that is not there',
    request: () => ask(closeMonth, {}, { params: { client: 'NOBODY', month: '2027-03' } }),
    status: 404,
    code: 'tenancy.not-found',
  },
  {
    what: 'a month read for a client that is not there',
    request: () => ask(getMonth, undefined, { params: { client: 'NOBODY', month: '2027-03' } }),
    status: 404,
    code: 'tenancy.not-found',
  },
  {
    what: 'extras drafted for a client that is not there',
    request: () => ask(draftExtras, {}, { params: { client: 'NOBODY', month: '2027-03' } }),
    status: 409,
    code: 'billing.month-not-closed',
  },
  {
    what: 'an import for a client that is not there',
    request: () =>
      ask(
        startImport,
        {
          source: 's',
          file: 'f',
          fingerprint: 'a'.repeat(64),
          zone: 'Asia/Shanghai',
          firstDay: '2027-01-11',
          rows: 1,
          tickets: 1,
          refusedRows: 0,
          refused: [],
        },
        nobody,
      ),
    status: 404,
    code: 'tenancy.not-found',
  },
  ...['Asia/Peking', '+08:00', 'CST', '', 'Asia/Shanghai '].map(
    (zone): Case => ({
      what: `a billing zone "${zone}"`,
      request: () => ask(createClient, { key: 'NEUE', name, mark: 'N', billingZone: zone }),
      status: 422,
      code: 'http.bad-body',
      field: 'billingZone',
    }),
  ),
  {
    what: 'a site in no zone',
    request: () => ask(openSite, { ...site, id: 'NEW', zone: 'Mars/Olympus' }, hexi),
    status: 422,
    code: 'http.bad-body',
    field: 'zone',
  },
  {
    what: 'a site whose day ends before it begins',
    request: () => ask(openSite, { ...site, id: 'NEW', hours: { ...site.hours, from: '18:00', to: '09:00' } }, hexi),
    status: 422,
    code: 'http.bad-body',
    field: 'hours.to',
  },
  {
    what: 'a site without a word on the lunch break',
    request: () => ask(openSite, { ...site, id: 'NEW', hours: { ...site.hours, lunchBreak: undefined } }, hexi),
    status: 422,
    code: 'http.bad-body',
    field: 'hours.lunchBreak',
  },
  {
    what: 'an arrival within minus five minutes',
    request: () => ask(openSite, { ...site, id: 'NEW', arrivalMinutes: -5 }, hexi),
    status: 422,
    code: 'http.bad-body',
    field: 'arrivalMinutes',
  },
  { what: 'a site that exists', request: () => ask(openSite, site, hexi), status: 409, code: 'http.exists' },
  {
    what: 'a device at a site that is not there',
    request: () => ask(registerDevice, { ...device, site: 'MOON' }, hexi),
    status: 422,
    code: 'configuration.site-unknown',
  },
  {
    what: 'a device of no class',
    request: () => ask(registerDevice, { ...device, class: 'toaster' }, hexi),
    status: 422,
    code: 'http.bad-body',
    field: 'class',
  },
  {
    what: 'a device in service since 30 February',
    request: () => ask(registerDevice, { ...device, inServiceFrom: '2027-02-30' }, hexi),
    status: 422,
    code: 'http.bad-body',
    field: 'inServiceFrom',
  },
  {
    what: 'a device retired before it served',
    request: () => ask(retireDevice, { on: '2020-01-01', reason: 'sold' }, { params: { client: 'HEXI', device: 'PC-01' } }),
    status: 422,
    code: 'configuration.retired-before-service',
  },
  {
    what: 'a device that is not there retired',
    request: () => ask(retireDevice, { on: '2027-04-01', reason: 'sold' }, { params: { client: 'HEXI', device: 'PC-99' } }),
    status: 404,
    code: 'configuration.not-found',
  },
  {
    what: 'a contact without an address that is one',
    request: () => ask(addContact, { name, email: 'lin at hexi' }, hexi),
    status: 422,
    code: 'http.bad-body',
    field: 'email',
  },
  {
    what: 'a member of staff with a role of the client',
    request: () => ask(addStaff, { name, issuer: 'https://id.example', subject: 's', roles: ['client-owner'], clients: '*' }),
    status: 422,
    code: 'http.bad-body',
    field: 'roles.0',
  },
  {
    what: 'a member of staff for a client that is not there',
    request: () =>
      ask(addStaff, { name, issuer: 'https://id.example', subject: 's', roles: ['technician'], clients: ['NOBODY'] }),
    status: 404,
    code: 'tenancy.not-found',
  },
  {
    what: 'provider settings in a currency that is none',
    request: () =>
      ask(changeProvider, {
        name,
        billingZone: 'Asia/Shanghai',
        currency: 'RMB',
        emergencyPhone: '+86 21 0000 0000',
        stripe: true,
        invoiceSeries: { prefix: 'X-', width: 4, next: 1 },
      }),
    status: 422,
    code: 'http.bad-body',
    field: 'currency',
  },
  {
    what: 'a number series that goes back',
    request: () =>
      ask(changeProvider, {
        name,
        billingZone: 'Asia/Shanghai',
        currency: 'CNY',
        emergencyPhone: '+86 21 0000 0000',
        stripe: true,
        invoiceSeries: { prefix: 'SI-{yyyy}-', width: 4, next: 1 },
      }),
    status: 422,
    code: 'tenancy.series-backwards',
  },
  {
    what: 'a ticket requested tomorrow',
    request: () => ask(openTicket, { ...ticket, requestedAt: '2027-04-05T02:00:00Z' }, hexi),
    status: 422,
    code: 'incident.future',
  },
  {
    what: 'a ticket requested at no instant',
    request: () => ask(openTicket, { ...ticket, requestedAt: '2027-04-01 10:00' }, hexi),
    status: 422,
    code: 'http.bad-body',
    field: 'requestedAt',
  },
  {
    what: 'a ticket of a device that is not there',
    request: () => ask(openTicket, { ...ticket, device: 'PC-99' }, hexi),
    status: 404,
    code: 'configuration.not-found',
  },
  {
    what: 'a ticket at a site that is not there',
    request: () => ask(openTicket, { ...ticket, site: 'MOON' }, hexi),
    status: 404,
    code: 'incident.no-site',
  },
  {
    what: 'a ticket of a contact who is not there',
    request: () => ask(openTicket, { ...ticket, contact: 'ghost' }, hexi),
    status: 404,
    code: 'incident.no-contact',
  },
  {
    what: 'a ticket that nobody asks for',
    request: () => ask(openTicket, { ...ticket, requesterName: undefined }, hexi),
    status: 422,
    code: 'incident.requester-needed',
  },
]
