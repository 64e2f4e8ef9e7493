import type { DatabaseSync } from 'node:sqlite'
import type { EmbeddedService } from '../embedded/service.ts'
import type { HostModel } from './template/model.ts'

/** What an embedded part (identity, files, mail, Stripe) gets from the host. */
export type ServiceContext = {
  /** Origin of the host, e.g. `http://localhost:8080`, without a closing slash. */
  baseUrl: string
  /** Shared state file; each part owns tables with its own prefix. */
  state: DatabaseSync
  dataDir: string
  model: HostModel
  /** Secret of an access key of this host; undefined if unknown, expired or used with another session token. */
  secretOf: (accessKeyId: string, sessionToken: string | undefined) => string | undefined
  /** Judged by the synthesized policies of the role behind the key. */
  authorize: (accessKeyId: string, action: string, resourceArn: string, context?: Record<string, string>) => boolean
  /** Business instant now, ISO UTC. */
  businessNow: () => string
}

export type HostOptions = {
  /** Data folder; made when missing. One host a folder. */
  data: string
  /** 0 = any free port. */
  port: number
  /** Business instant to start at (ISO UTC); never before the business time already reached in this folder. */
  at?: string
  /** Lines of the host and its functions; default: `host.log` in the data folder. */
  log?: (line: string) => void
  /** Called when a part dies that the host can't do without (table, guard, backstage); default: say so and exit with 1. */
  failed?: (error: Error) => void
  /** Folder of the synthesized template, default `cdk.out` of the project. */
  cdkOut?: string
  /** Folder of the built web app, default `packages/web/dist`; false = no web app. */
  web?: string | false
  /** Embedded parts in the order in which they are asked; default: those of the product. */
  services?: (context: ServiceContext) => EmbeddedService[] | Promise<EmbeddedService[]>
  /** Added to the environment of every function (issuers, Stripe endpoint …), after the template's own. */
  environment?: (context: { baseUrl: string; model: HostModel }) => Record<string, string>
}

export type StepReport = {
  from: string
  to: string
  /** Instants at which something was due and the tick ran. */
  steps: number
  /** Due instants that were still pending after the tick ran there: parked or failing timers. */
  stuck: string[]
}

type HostState = {
  businessNow: string
  /** Messages waiting or in flight, stream records not yet relayed. */
  pending: number
  dlq: { queue: string; messages: number }[]
  /** Stream records given up after the bounded retries. */
  failedRecords: number
}

export type Host = {
  url: string
  port: number
  model: HostModel
  state: DatabaseSync
  /** The table behind the guard, for checks of the host's own (`verify`, tests). */
  table: { endpoint: string; name: string }
  clock: {
    now: () => string
    /** Steps forward to an instant, or by a duration (`PT2H`, `P1D`), firing what is due on the way. */
    step: (target: { to: string } | { by: string }) => Promise<StepReport>
  }
  /** Resolves when streams, queues and running consumers are idle. */
  drain: () => Promise<void>
  /** Calls a function by its logical or physical name with a JSON event; rejects when the function does. */
  invoke: (functionName: string, event: unknown) => Promise<unknown>
  /** Moves dead letters back to their queues and failed stream records back to the relay; answers how many. */
  redrive: () => Promise<number>
  snapshot: () => Promise<HostState>
  stop: () => Promise<void>
}
