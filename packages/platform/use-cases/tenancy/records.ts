import { createHash } from 'node:crypto'
import type { StoredFile } from '@pactdesk/domain/tenancy/files/file'
import type { Identity, PersonCard, ProviderCard } from '@pactdesk/domain/tenancy/index'
import type { TeamMember } from '@pactdesk/domain/tenancy/views'
import { defineRecord } from '../../table/record.ts'

/** Personal data of a client's people, all of a client in one partition: listed by one strong query, erased by one delete. */
export const contactCard = defineRecord<{ client: string; id: string }, PersonCard>({
  type: 'contact-card',
  scope: 'client',
  sv: 1,
  upcasts: [],
  key: ({ client, id }) => ({ client, part: 'CARDS', sort: id }),
})

export const staffCard = defineRecord<string, PersonCard>({
  type: 'staff-card',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  key: id => ({ part: 'STAFFCARDS', sort: id }),
})

/** What every client may read of its provider. */
export const publishedProvider = defineRecord<'provider', ProviderCard>({
  type: 'provider-card',
  scope: 'published',
  sv: 1,
  upcasts: [],
  key: () => ({ part: 'PROVIDER', sort: '#' }),
})

/** Names of the staff who serve all clients, and of those who serve one client. */
export const publishedTeam = defineRecord<string, TeamMember>({
  type: 'team-member',
  scope: 'published',
  sv: 1,
  upcasts: [],
  key: id => ({ part: 'TEAM', sort: id }),
})
export const clientTeam = defineRecord<{ client: string; id: string }, TeamMember>({
  type: 'client-team-member',
  scope: 'client',
  sv: 1,
  upcasts: [],
  key: ({ client, id }) => ({ client, part: 'TEAM', sort: id }),
})

/** One identity is one person in a workspace. */
type Claim = { person: string }
const claimPart = (issuer: string, subject: string) =>
  `IDENTITY#${createHash('sha256').update(`${issuer}|${subject}`).digest('hex').slice(0, 40)}`
export const staffIdentity = defineRecord<Identity, Claim>({
  type: 'staff-identity',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  key: ({ issuer, subject }) => ({ part: claimPart(issuer, subject), sort: '#' }),
})
export const contactIdentity = defineRecord<Identity & { client: string }, Claim>({
  type: 'contact-identity',
  scope: 'client',
  sv: 1,
  upcasts: [],
  key: ({ client, issuer, subject }) => ({ client, part: claimPart(issuer, subject), sort: '#' }),
})

/** The code of an invitation that waits: mailed, shown to whoever may grant access, deleted when it is used or withdrawn. */
export type Invitation = { code: string; expiresAt: string }
export const contactInvitation = defineRecord<{ client: string; id: string }, Invitation>({
  type: 'contact-invitation',
  scope: 'client',
  sv: 1,
  upcasts: [],
  key: ({ client, id }) => ({ client, part: `INVITATION#${id}`, sort: '#' }),
})
export const staffInvitation = defineRecord<string, Invitation>({
  type: 'staff-invitation',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  key: id => ({ part: `INVITATION#${id}`, sort: '#' }),
})

/** Who administers the provider: two administrators cannot revoke each other at the same time. */
export const administrators = defineRecord<'admins', { staff: string[] }>({
  type: 'administrators',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  key: () => ({ part: 'ADMINS', sort: '#' }),
})

type FileKey = { client: string; id: string }
const fileRecordOf = (scope: 'client' | 'internal') =>
  defineRecord<FileKey, StoredFile>({
    type: 'file',
    scope,
    sv: 1,
    upcasts: [],
    key: ({ client, id }) => ({ client, part: `FILE#${id}`, sort: '#' }),
  })
/** A file's record lies in the scope of its purpose: the provider's own files are not there for a client's people. */
export const clientFile = fileRecordOf('client')
export const internalFile = fileRecordOf('internal')
