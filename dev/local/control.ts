import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Idp } from '../embedded/idp/api.ts'
import type { EmbeddedService } from '../embedded/service.ts'

type ProvisionInput = {
  key: string
  name: { zh: string; en: string }
  admin: { email: string; name: { zh: string; en: string }; password?: string }
}
type Provision = (input: ProvisionInput & { subject: string; issuer: string }) => Promise<unknown>

/**
 * The command line's own door to its local host: tokens for known people, and providers. Opened only by the secret that lies
 * in the data folder, readable by its owner alone; a deployed stage has no such door.
 */
export function createControl(idp: Idp, secret: string, provision: Provision): EmbeddedService {
  const routes: Record<string, (body: Record<string, unknown>) => Promise<unknown>> = {
    '/_local/token': async body => {
      const name = body.person as string | undefined
      const person = name ? idp.findPerson(name) : (idp.findPerson('admin') ?? idp.listPeople()[0])
      if (!person) throw new Error(name ? `nobody is called ${name}` : 'there is nobody yet; create a provider first')
      return { token: idp.mintAccessToken(person.sub), subject: person.sub }
    },
    '/_local/people': async body => {
      const input = body as { email: string; name: { zh: string; en: string }; password?: string }
      const known = idp.findPerson(input.email)
      return { subject: (known ?? idp.addPerson(input)).sub, issuer: idp.issuer }
    },
    '/_local/provision': async body => {
      const input = body as ProvisionInput
      const known = idp.findPerson(input.admin.email)
      // Whoever made an account with this address may be anybody: an administrator is named by the operator alone.
      if (known?.selfMade) throw new Error(`${input.admin.email} is the address of an account that somebody made for themselves`)
      const person = known ?? idp.addPerson(input.admin)
      await provision({ ...input, subject: person.sub, issuer: idp.issuer })
      return { provider: input.key, subject: person.sub, ...(!person.hasPassword && { link: idp.oneTimeLink(person.sub) }) }
    },
  }
  return {
    handle: async (req, res) => {
      const run = routes[(req.url ?? '').split('?')[0]!]
      if (!run || req.method !== 'POST') return false
      if (!sameSecret(String(req.headers['x-pactdesk-secret'] ?? ''), secret)) {
        answer(res, 403, { message: 'this door opens with the secret of the data folder only' })
        return true
      }
      try {
        answer(res, 200, await run(await bodyOf(req)))
      } catch (error) {
        answer(res, 400, { message: error instanceof Error ? error.message : String(error) })
      }
      return true
    },
    close: async () => {},
  }
}

async function bodyOf(req: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>
}

function answer(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' })
  res.end(JSON.stringify(value))
}

const sameSecret = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
