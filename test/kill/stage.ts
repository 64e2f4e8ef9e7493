import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import type { StepReport } from '../../dev/host/api.ts'
import { emailOf, everybody, nameOf } from '../../dev/scenario/people.ts'
import type { Stage } from '../../dev/scenario/world.ts'
import type { HostProcess } from './host-process.ts'
import type { Sender } from './sender.ts'

const issuerPath = '/_local/idp'

/** A product in another process, as the story needs it: everything goes through its doors, by a sender that never gives up. */
export async function stageOf(host: HostProcess, sender: Sender): Promise<Stage> {
  const at = (path: string) => `${host.url}/_local/${path}`
  const people = await introduce(async (path, body) => told(path, await fetch(at(path), posted(host, body))))
  const learn = async (answer: Response) => {
    const snapshot = (await told('state', answer)) as Snapshot
    sender.businessOffsetMs = Date.parse(snapshot.businessNow) - Date.now()
    return snapshot
  }
  await learn(await fetch(at('state')))

  /** A step that was cut off has moved the clock or not: if it has, what is due there is left to fire. */
  const step = async (target: { to: string } | { by: string }): Promise<StepReport> => {
    const [question, command] = [sender.note(at('state')), sender.note(at('clock'), posted(host, target))]
    for (;;) {
      const state = await sender.attempt(question, at('state'))
      if (!state) continue
      const { businessNow } = await learn(state)
      const rest = 'to' in target && target.to <= businessNow ? { by: 'PT0S' } : target
      const answer = await sender.attempt(command, at('clock'), posted(host, rest))
      if (!answer) continue
      const report = (await told('clock', answer)) as StepReport
      sender.businessOffsetMs = Date.parse(report.to) - Date.now()
      return report
    }
  }

  return {
    host: {
      url: host.url,
      clock: { now: () => iso(Date.now() + sender.businessOffsetMs), step },
      drain: async () => void (await told('drain', await sender.fetch(at('drain'), posted(host, {})))),
      snapshot: async () => learn(await sender.fetch(at('state'))),
    },
    idp: {
      issuer: host.url + issuerPath,
      findPerson: key => people.find(({ sub, email }) => sub === key || email === key),
      addPerson: ({ email }) => {
        throw new Error(`${email} was not introduced before the story`)
      },
      mintAccessToken: subject => people.find(({ sub }) => sub === subject)!.token,
    },
    stripe: { deliverPending: () => delivered(host.data) },
    get secret() {
      return host.secret
    },
    fetch: sender.fetch,
  }
}

type Snapshot = Awaited<ReturnType<Stage['host']['snapshot']>>
type Door = (path: string, body: unknown) => Promise<unknown>

const posted = (host: HostProcess, body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-pactdesk-secret': host.secret },
  body: JSON.stringify(body),
})

/** Everybody the story knows becomes known to the sign-in, with a token that outlasts the story. */
async function introduce(door: Door) {
  const people = []
  for (const person of everybody) {
    const [email, name] = [emailOf(person), nameOf(person)]
    const { subject } = (await door('people', { email, name })) as { subject: string }
    const { token } = (await door('token', { person: email })) as { token: string }
    people.push({ sub: subject, email, name, hasPassword: false, selfMade: false, token })
  }
  return people
}

/** Resolves when the Stripe stand-in has delivered all it has to say; it does so by itself and tries again after a failure. */
async function delivered(data: string): Promise<void> {
  const state = new DatabaseSync(join(data, 'state.db'), { readOnly: true, timeout: 10_000 })
  const waiting = state.prepare("SELECT count(*) AS n FROM stripe_deliveries WHERE state = 'pending'")
  try {
    for (const deadline = Date.now() + 300_000; (waiting.get() as { n: number }).n > 0; await delay(10))
      if (Date.now() > deadline) throw new Error('Stripe events are not taken')
  } finally {
    state.close()
  }
}

async function told(what: string, answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${text}`)
  return JSON.parse(text) as unknown
}

const iso = (ms: number) => new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z')
