import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Api, createApi } from '@pactdesk/domain/kernel/client'

export type ConnectionOptions = { url?: string; data: string; as?: string; workspace?: string }
export type Control = (path: string, body?: unknown) => Promise<unknown>

type LocalFile = { url: string; secret: string }

/** The local host writes where it listens and its secret, readable by its owner alone. */
function localFile(data: string): LocalFile | undefined {
  const file = join(data, 'local.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LocalFile) : undefined
}

const urlOf = (options: ConnectionOptions) => options.url ?? localFile(options.data)?.url ?? 'http://localhost:8080'

/** The door of the local host that only the owner of its data folder can open. */
export function controlOf(options: ConnectionOptions): Control {
  const url = urlOf(options)
  /** With a body it is a command, without one a question. */
  return async (path, body) => {
    const local = localFile(options.data)
    if (!local) throw new Error(`no local Pactdesk has run in ${options.data}; start it with "npm start"`)
    const response = await fetch(new URL(`/_local/${path}`, url), {
      headers: { 'content-type': 'application/json', 'x-pactdesk-secret': local.secret },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    }).catch((error: Error) => {
      throw new Error(`nothing answers at ${url} (${error.message}); start it with "npm start"`)
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
    return text ? (JSON.parse(text) as unknown) : undefined
  }
}

/** The HTTP API as one person in one workspace: PACTDESK_TOKEN, `--as`, or the local administrator. */
export async function apiOf(options: ConnectionOptions): Promise<{ api: Api; url: string; workspace: string }> {
  const url = urlOf(options)
  const token = process.env.PACTDESK_TOKEN ?? (await tokenFor(options))
  const workspace = options.workspace ?? (await firstWorkspace(url, token))
  return { url, workspace, api: createApi({ baseUrl: url, token: () => token, workspace: () => workspace }) }
}

async function tokenFor(options: ConnectionOptions): Promise<string> {
  const answer = (await controlOf(options)('token', options.as ? { person: options.as } : {})) as { token: string }
  return answer.token
}

async function firstWorkspace(url: string, token: string): Promise<string> {
  const response = await fetch(new URL('/api/tenancy/me', url), {
    headers: { authorization: `Bearer ${token}`, 'x-pactdesk-workspace': '-' },
  })
  if (!response.ok) throw new Error(`/api/tenancy/me: ${response.status} ${await response.text()}`)
  const { memberships } = (await response.json()) as { memberships: { workspace: string }[] }
  if (!memberships[0]) throw new Error('this person belongs to no workspace')
  return memberships[0].workspace
}
