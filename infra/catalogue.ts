/** The deployed functions: what each is for and which rights it needs. Everything else derives from this list. */
export type Right = 'staff' | 'client' | 'directory-read' | 'directory-write' | 'tick' | 'mail' | 'bus' | 'stream'

export type FunctionSpec = {
  /** Logical name, `<Name>Function`. */
  name: string
  /** Bundle folder under dist/functions. */
  bundle: string
  rights: Right[]
  timeoutSeconds: number
  memoryMiB: number
}

const api = (group: string): FunctionSpec => ({
  name: `Api${group[0]!.toUpperCase()}${group.slice(1)}`,
  bundle: `api-${group}`,
  rights: ['staff', 'client'],
  timeoutSeconds: 25,
  memoryMiB: 1024,
})

const consumer = (module: string, ...extra: Right[]): FunctionSpec => ({
  name: `On${module[0]!.toUpperCase()}${module.slice(1)}`,
  bundle: `events-${module}`,
  rights: ['staff', ...extra],
  timeoutSeconds: 60,
  memoryMiB: 1024,
})

/** Each serves the greedy route `/api/<group>/{proxy+}`. */
export const apiGroups = ['tenancy', 'desk', 'outsourcing', 'finance'] as const
export const apiFunctions = Object.fromEntries(apiGroups.map(group => [group, api(group)])) as Record<
  (typeof apiGroups)[number],
  FunctionSpec
>

/** One queue, DLQ and consumer a module; what each hears is in `packages/domain/subscriptions.ts`. */
export const consumers = {
  tenancy: consumer('tenancy', 'directory-write'),
  contract: consumer('contract'),
  documents: consumer('documents'),
  billing: consumer('billing'),
  notifications: consumer('notifications', 'mail'),
} satisfies Record<string, FunctionSpec>

export const authorizer: FunctionSpec = {
  name: 'Authorizer',
  bundle: 'authorizer',
  rights: ['directory-read'],
  timeoutSeconds: 10,
  memoryMiB: 512,
}
export const relay: FunctionSpec = {
  name: 'Relay',
  bundle: 'relay',
  rights: ['bus', 'stream'],
  timeoutSeconds: 30,
  memoryMiB: 512,
}
export const tick: FunctionSpec = { name: 'Tick', bundle: 'tick', rights: ['tick', 'staff'], timeoutSeconds: 58, memoryMiB: 1024 }
export const webhooks: FunctionSpec = {
  name: 'Webhooks',
  bundle: 'webhooks',
  rights: ['staff'],
  timeoutSeconds: 25,
  memoryMiB: 512,
}
export const openapi: FunctionSpec = { name: 'Open', bundle: 'open', rights: [], timeoutSeconds: 10, memoryMiB: 512 }
/** Invoked by an operator (IAM), never over HTTP: makes a provider and its first admin. */
const provision: FunctionSpec = {
  name: 'Provision',
  bundle: 'provision',
  rights: ['staff', 'directory-write'],
  timeoutSeconds: 30,
  memoryMiB: 512,
}

export const functions: FunctionSpec[] = [
  ...Object.values(apiFunctions),
  ...Object.values(consumers),
  authorizer,
  relay,
  tick,
  webhooks,
  openapi,
  provision,
]
