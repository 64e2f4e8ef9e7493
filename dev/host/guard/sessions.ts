import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FunctionModel } from '../template/functions.ts'
import type { RoleModel } from '../template/roles.ts'
import { compilePolicy, type Policy, type Principal } from './policy.ts'

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string; expiresAt: number }
export type Session = { principal: Principal; policy: Policy; secretAccessKey: string; sessionToken: string; expiresAt: number }

/**
 * Access keys of one host. A session token carries its role and tags under the host's signature, so every thread that holds
 * the host key can judge a request without asking another. Policies are compiled once per access key.
 */
export class Sessions {
  readonly #hostKey: string
  readonly #roles: ReadonlyMap<string, RoleModel>
  readonly #known = new Map<string, Session>()

  constructor(hostKey: string, roles: ReadonlyMap<string, RoleModel>) {
    this.#hostKey = hostKey
    this.#roles = roles
  }

  /** The function's own key: stands for its role, without tags, as long as the host key lives. */
  ofFunction({ roleName, name }: FunctionModel): Credentials {
    return this.#issue(roleName, name.slice(0, 64), {}, Number.MAX_SAFE_INTEGER, this.#sign(`function:${name}`).slice(0, 16))
  }

  /** A session of an assumed role, good until `expiresAt` (ms). */
  assume(roleName: string, sessionName: string, tags: Record<string, string>, expiresAt: number): Credentials {
    return this.#issue(roleName, sessionName, tags, expiresAt, randomBytes(12).toString('base64url'))
  }

  /** The session behind a key and its token; undefined when forged, unknown or expired. `now` is the wall clock in ms. */
  find(accessKeyId: string, sessionToken: string | undefined, now = Date.now()): Session | undefined {
    const known = this.#known.get(accessKeyId)
    const session = known ?? (sessionToken === undefined ? undefined : this.#open(accessKeyId, sessionToken))
    return session && session.sessionToken === sessionToken && session.expiresAt > now ? session : undefined
  }

  /** A session already seen by this thread (its secret was asked for to check a signature). */
  seen(accessKeyId: string, now = Date.now()): Session | undefined {
    const session = this.#known.get(accessKeyId)
    return session && session.expiresAt > now ? session : undefined
  }

  #issue(role: string, name: string, tags: Record<string, string>, expiresAt: number, id: string): Credentials {
    const payload = Buffer.from(JSON.stringify([id, role, name, tags, expiresAt])).toString('base64url')
    const accessKeyId = `ASIA${id.toUpperCase().replace(/[^A-Z0-9]/g, '7')}`
    return {
      accessKeyId,
      secretAccessKey: this.#sign(`secret:${payload}`),
      sessionToken: `${payload}.${this.#sign(`${accessKeyId}:${payload}`)}`,
      expiresAt,
    }
  }

  #open(accessKeyId: string, sessionToken: string): Session | undefined {
    const [payload = '', signature = ''] = sessionToken.split('.')
    if (!same(signature, this.#sign(`${accessKeyId}:${payload}`))) return undefined
    const [, roleName, sessionName, tags, expiresAt] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
      string,
      string,
      string,
      Record<string, string>,
      number,
    ]
    const role = this.#roles.get(roleName)
    if (!role) return undefined
    const principal = { roleName, roleArn: role.arn, sessionName, tags }
    const session = {
      principal,
      policy: compilePolicy(role.statements, principal),
      secretAccessKey: this.#sign(`secret:${payload}`),
      sessionToken,
      expiresAt,
    }
    this.#forgetExpired()
    this.#known.set(accessKeyId, session)
    return session
  }

  #forgetExpired(): void {
    if (this.#known.size < 5_000) return
    for (const [key, { expiresAt }] of this.#known) if (expiresAt <= Date.now()) this.#known.delete(key)
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#hostKey).update(text).digest('base64url')
  }
}

const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
