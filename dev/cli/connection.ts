import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Api, createApi } from '@pactdesk/domain/kernel/client'

/** How the command line reaches a running Pactdesk: its own local host (whose secret lies in the data folder) or any stage. */
export type Connection = { url: string; api: Api; workspace: string; control: (path: string, body?: unknown) => Promise<unknown> }

export type ConnectionOptions = { url?: string; data: string; as?: string; workspace?: string }

type LocalFile = { url: string; secret: string }

/** The local host writes where it listens and its secret, readable by its owner alone. */
export function readLocal(data: string): LocalFile | undefined {
  const file = join(data, 'local.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LocalFile) : undefined
}

export async function connect(options: ConnectionOptions): Promise<Connection> {
  const local = readLocal(options.data)
  const url = options.url ?? local?.url ?? 'http://localhost:8080'
  const control = async (path: string, body?: unknown) => {
    if (!local) throw new Error(`no local Pactdesk has run with --data ${options.data}; start it with "npm start"`)
    const response = await fetch(new URL(`/_local/${path}`, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-pactdesk-secret': local.secret },
      body: JSON.stringify(body ?? {}),
    }).catch((error: Error) => {
      throw new Error(`nothing answers at ${url} (${error.message}); start it with "npm start"`)
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`)
    return text ? (JSON.parse(text) as unknown) : undefined
  }
  const identity = await identityFor(options, control)
  return {
    url,
    workspace: identity.workspace,
    control,
    api: createApi({ baseUrl: url, token: () => identity.token, workspace: () => identity.workspace }),
  }
}

async function identityFor(
  options: ConnectionOptions,
  control: Connection['control'],
): Promise<{ token: string; workspace: string }> {
  const token = process.env.PACTDESK_TOKEN
  if (token) {
    if (!options.workspace) throw new Error('name the workspace of PACTDESK_TOKEN with --workspace')
    return { token, workspace: options.workspace }
  }
  const answer = (await control('token', { person: options.as, workspace: options.workspace })) as {
    token: string
    workspace: string
  }
  return { token: answer.token, workspace: options.workspace ?? answer.workspace }
}
