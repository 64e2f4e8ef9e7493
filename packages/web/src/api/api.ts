import { createApi } from '@pactdesk/domain/kernel/client'
import { session } from '../auth/session.ts'
import { observedFetch } from './observed-fetch.ts'

/** The API in a workspace that is not the session's: what an invitation keeps, or none at all. */
export const apiIn = (workspace: string) =>
  createApi({ baseUrl: window.location.origin, token: () => session.token(), workspace: () => workspace, fetch: observedFetch })

/** The one client of the app: bearer token and workspace of the session, on the app's own origin. */
export const api = createApi({
  baseUrl: window.location.origin,
  token: () => session.token(),
  workspace: () => session.workspace,
  fetch: observedFetch,
})
