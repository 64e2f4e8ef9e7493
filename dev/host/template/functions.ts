import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { HostFault } from '../fault.ts'
import type { Placed, Resolver } from './resolver.ts'

export type FunctionModel = {
  /** Logical id, unique in the assembly. */
  id: string
  name: string
  arn: string
  roleName: string
  /** Bundle to import, absolute. */
  file: string
  /** Exported name of the handler. */
  handler: string
  environment: Record<string, string>
  timeoutSeconds: number
  memoryMb: number
}

/** Name behind a function ARN, an invocation URI or a bare name; undefined for other ARNs. */
export const functionNameOf = (arn: string): string | undefined =>
  /:function:([\w-]+)/.exec(arn)?.[1] ?? (/^[\w-]+$/.test(arn) ? arn : undefined)

/** Needs a file asset whose bundle is on disk; inline code, images and layers are not run locally. */
export function functionModel(resolver: Resolver, placed: Placed): FunctionModel {
  const name = resolver.name(placed)
  const property = <T>(key: string, fallback: T): T => (resolver.property(placed, key) as T | undefined) ?? fallback
  const [module, handler] = property('Handler', '').split('.')
  const code = property<{ S3Key?: string }>('Code', {})
  const folder = resolver.assembly.assets.get(code.S3Key?.replace(/\.zip$/, '') ?? '')
  if (!folder || !module || !handler)
    throw new HostFault(`Function ${name} has no bundle in the assembly: local mode needs a file asset.`)
  if (property<unknown[]>('Layers', []).length > 0)
    throw new HostFault(`Function ${name} has layers, which local mode does not run.`)
  const file = ['mjs', 'js', 'cjs'].map(ending => join(folder, `${module}.${ending}`)).find(existsSync)
  if (!file) throw new HostFault(`The bundle ${join(folder, module)}.mjs of function ${name} is missing. Run "npm run build".`)
  const { Variables = {} } = property<{ Variables?: Record<string, string> }>('Environment', {})
  return {
    id: placed.id,
    name,
    arn: resolver.arn(placed),
    roleName: property('Role', '').replace(/^.*:role\//, ''),
    file,
    handler,
    environment: Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, String(value)])),
    timeoutSeconds: property('Timeout', 3),
    memoryMb: property('MemorySize', 128),
  }
}
