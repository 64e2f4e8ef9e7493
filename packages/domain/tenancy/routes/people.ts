import * as z from 'zod'
import { staffRoles } from '../../kernel/context.ts'
import { Id } from '../../kernel/ids.ts'
import { defineRoute, PageQuery, pageOf } from '../../kernel/route.ts'
import { ContactAccess } from '../contact/contact.ts'
import { StaffAccess } from '../staff/staff.ts'
import {
  ContactView,
  contactEditors,
  contactGranters,
  InvitationCode,
  InvitationView,
  MeView,
  StaffView,
  TeamMember,
} from '../views.ts'
import { Identity, PersonFields } from '../words.ts'

const group = 'tenancy'
const contacts = '/api/tenancy/clients/{client}/contacts'
const staff = '/api/tenancy/staff'

/** Answers without a workspace too: a person without membership sees the identity to give to an administrator. */
export const getMe = defineRoute({
  id: 'getMe',
  group,
  method: 'GET',
  path: '/api/tenancy/me',
  summary: 'Who am I, and in which workspaces',
  roles: [],
  response: MeView,
})

export const listContacts = defineRoute({
  id: 'listContacts',
  group,
  method: 'GET',
  path: contacts,
  summary: 'People of a client; its own people see their colleagues',
  roles: [],
  query: PageQuery,
  response: pageOf(ContactView),
})
export const addContact = defineRoute({
  id: 'addContact',
  group,
  method: 'POST',
  path: contacts,
  summary: 'Add a person of a client',
  roles: contactEditors,
  body: PersonFields.extend({ id: Id.optional() }),
  response: ContactView,
  status: 201,
})
export const getContact = defineRoute({
  id: 'getContact',
  group,
  method: 'GET',
  path: `${contacts}/{contact}`,
  summary: 'One person of a client',
  roles: [],
  response: ContactView,
})
export const changeContact = defineRoute({
  id: 'changeContact',
  group,
  method: 'PUT',
  path: `${contacts}/{contact}`,
  summary: 'Correct name, e-mail, telephone or title',
  roles: contactEditors,
  body: PersonFields,
  response: ContactView,
})
export const grantContact = defineRoute({
  id: 'grantContact',
  group,
  method: 'PUT',
  path: `${contacts}/{contact}/access`,
  summary: 'Invite a contact to sign in (or name the account), or change the roles',
  roles: contactGranters,
  body: ContactAccess.extend(Identity.partial().shape),
  response: ContactView,
})
export const revokeContact = defineRoute({
  id: 'revokeContact',
  group,
  method: 'DELETE',
  path: `${contacts}/{contact}/access`,
  summary: 'End the sign-in of a contact; gone within a minute',
  roles: contactGranters,
  response: ContactView,
})
export const contactLeaves = defineRoute({
  id: 'contactLeaves',
  group,
  method: 'POST',
  path: `${contacts}/{contact}/leave`,
  summary: 'The person has left the company',
  roles: contactEditors,
  body: z.object({}),
  response: ContactView,
})

export const listTeam = defineRoute({
  id: 'listTeam',
  group,
  method: 'GET',
  path: '/api/tenancy/clients/{client}/team',
  summary: 'Names of the staff who serve a client',
  roles: [],
  response: z.object({ items: z.array(TeamMember) }),
})

export const listStaff = defineRoute({
  id: 'listStaff',
  group,
  method: 'GET',
  path: staff,
  summary: 'People of the provider',
  roles: staffRoles,
  query: PageQuery,
  response: pageOf(StaffView),
})
export const addStaff = defineRoute({
  id: 'addStaff',
  group,
  method: 'POST',
  path: staff,
  summary: 'Add a person of the provider: invited, or with a named account; a machine with the SHA-256 of its token',
  roles: ['admin'],
  body: PersonFields.extend({ id: Id.optional(), ...Identity.partial().shape, ...StaffAccess.shape }),
  response: StaffView,
  status: 201,
})
export const getStaff = defineRoute({
  id: 'getStaff',
  group,
  method: 'GET',
  path: `${staff}/{staff}`,
  summary: 'One person of the provider',
  roles: staffRoles,
  response: StaffView,
})
export const changeStaff = defineRoute({
  id: 'changeStaff',
  group,
  method: 'PUT',
  path: `${staff}/{staff}`,
  summary: 'Correct name, e-mail, telephone or title',
  roles: ['admin'],
  body: PersonFields,
  response: StaffView,
})
export const grantStaff = defineRoute({
  id: 'grantStaff',
  group,
  method: 'PUT',
  path: `${staff}/{staff}/access`,
  summary: 'Change roles or clients, or give revoked access back',
  roles: ['admin'],
  body: StaffAccess.extend(Identity.partial().shape),
  response: StaffView,
})
export const revokeStaff = defineRoute({
  id: 'revokeStaff',
  group,
  method: 'DELETE',
  path: `${staff}/{staff}/access`,
  summary: 'End all access of a person; gone within a minute',
  roles: ['admin'],
  response: StaffView,
})

export const getContactInvitation = defineRoute({
  id: 'getContactInvitation',
  group,
  method: 'GET',
  path: `${contacts}/{contact}/invitation`,
  summary: 'The link by which an invited contact comes in',
  roles: contactGranters,
  response: InvitationView,
})
export const getStaffInvitation = defineRoute({
  id: 'getStaffInvitation',
  group,
  method: 'GET',
  path: `${staff}/{staff}/invitation`,
  summary: 'The link by which an invited person of the provider comes in',
  roles: ['admin'],
  response: InvitationView,
})
/** Asked in the workspace `join.<code>`: the code names the place, the bearer token the account that takes it. */
export const acceptInvitation = defineRoute({
  id: 'acceptInvitation',
  group,
  method: 'POST',
  path: '/api/tenancy/invitation/accept',
  summary: 'Take the place an invitation keeps, with the account that is signed in',
  roles: [],
  body: z.object({ code: InvitationCode }),
  response: z.object({ workspace: z.string() }),
})

export const peopleRoutes = [
  getMe,
  listContacts,
  addContact,
  getContact,
  changeContact,
  grantContact,
  revokeContact,
  contactLeaves,
  listTeam,
  listStaff,
  addStaff,
  getStaff,
  changeStaff,
  grantStaff,
  revokeStaff,
  getContactInvitation,
  getStaffInvitation,
  acceptInvitation,
]
