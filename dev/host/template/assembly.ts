import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HostFault } from '../fault.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Resource = { Type: string; Properties?: Record<string, Json>; Condition?: string; Metadata?: Record<string, Json> }
export type Stack = {
  name: string
  resources: Record<string, Resource>
  outputs: Record<string, { Value: Json; Export?: { Name: Json } }>
  parameters: Record<string, { Default?: Json }>
  conditions: Record<string, Json>
  mappings: Record<string, Record<string, Record<string, Json>>>
}
/** A synthesized cloud assembly: its stacks, and the folder or file behind each asset hash. */
export type Assembly = { folder: string; stacks: Stack[]; assets: Map<string, string> }

/** Reads `manifest.json`, every stack template and every `*.assets.json` of a CDK output folder. */
export function readAssembly(folder: string): Assembly {
  const manifestFile = join(folder, 'manifest.json')
  if (!existsSync(manifestFile)) throw new HostFault(`There is no synthesized template in ${folder}. Run "npm run synth" first.`)
  const manifest = read(manifestFile) as {
    artifacts: Record<string, { type: string; displayName?: string; properties?: { templateFile?: string; file?: string } }>
  }
  const stacks: Stack[] = []
  const assets = new Map<string, string>()
  for (const [id, { type, properties }] of Object.entries(manifest.artifacts)) {
    if (type === 'aws:cloudformation:stack') stacks.push(stackOf(id, join(folder, properties!.templateFile!)))
    if (type !== 'cdk:asset-manifest') continue
    const { files = {} } = read(join(folder, properties!.file!)) as { files?: Record<string, { source: { path: string } }> }
    for (const [hash, { source }] of Object.entries(files)) assets.set(hash, join(folder, source.path))
  }
  if (stacks.length === 0) throw new HostFault(`The template in ${folder} holds no stack. Run "npm run synth" again.`)
  return { folder, stacks, assets }
}

function stackOf(name: string, file: string): Stack {
  const template = read(file) as Record<string, unknown>
  return {
    name,
    resources: (template.Resources ?? {}) as Stack['resources'],
    outputs: (template.Outputs ?? {}) as Stack['outputs'],
    parameters: (template.Parameters ?? {}) as Stack['parameters'],
    conditions: (template.Conditions ?? {}) as Stack['conditions'],
    mappings: (template.Mappings ?? {}) as Stack['mappings'],
  }
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new HostFault(`${file} can't be read as JSON. Run "npm run synth" again.`, { cause })
  }
}
