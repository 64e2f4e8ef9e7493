import * as routes from '@pactdesk/domain/tenancy/routes'
import { MeView, type TeamMember } from '@pactdesk/domain/tenancy/views'
import { handle } from '../../http/api.ts'
import { queryAll } from '../../table/page.ts'

/** Staff who serve all clients, and those who serve this one; a client's people learn their names and nothing else. */
const listTeam = handle(routes.listTeam, async ({ ctx, uow, params: { client } }) => {
  const [all, own] = await Promise.all([
    queryAll(uow.database, ctx, { scope: 'published', part: 'TEAM' }),
    queryAll(uow.database, ctx, { scope: 'client', client, part: 'TEAM' }),
  ])
  const members = [...all, ...own].map(item => item.data as TeamMember)
  return { items: members.sort((a, b) => (a.id < b.id ? -1 : 1)) }
})

/** The authorizer has read the directory; who is in no workspace yet sees the identity to give to an administrator. */
const getMe = handle(routes.getMe, async ({ identity }) => MeView.parse({ ...identity, memberships: identity.memberships }), {
  workspace: false,
})

export const teamHandlers = [listTeam, getMe]
