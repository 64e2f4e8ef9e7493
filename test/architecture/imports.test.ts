import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
/** Tracked files and new ones that are not ignored. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(file => file && existsSync(join(root, file)))

type Import = { file: string; target: string }

const layerOf = (path: string) => /^(packages\/(?:domain|platform|web)|functions|infra|dev|test)\//.exec(path)?.[1] ?? 'package'

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const specifiers = [...text.matchAll(/(?:from|import\()\s*'([^']+)'|^import '([^']+)'/gm)].map(found => found[1] ?? found[2]!)
  return specifiers.map(specifier => ({ file, target: resolve(file, specifier) }))
}

function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier))
  const own = /^@pactdesk\/(domain|platform|web)\/(.*)$/.exec(specifier)
  return own ? `packages/${own[1]}/${own[2]}.ts` : specifier
}

const imports = files.flatMap(importsOf)
const production = imports.filter(({ file }) => !/\.test\.tsx?$|(^|\/)testing\.ts$/.test(file))

/** May a file of this layer import from that one? */
const allowed: Record<string, string[]> = {
  'packages/domain': ['packages/domain'],
  'packages/platform': ['packages/platform', 'packages/domain'],
  'packages/web': ['packages/web', 'packages/domain'],
  functions: ['functions', 'packages/platform', 'packages/domain'],
  infra: ['infra', 'packages/domain'],
}

describe('imports follow the architecture', () => {
  it('looks at every TypeScript file there is', () => {
    const known = execFileSync(
      'find',
      [
        'packages',
        'functions',
        'infra',
        'dev',
        'test',
        '-name',
        '*.ts*',
        '-not',
        '-path',
        '*/node_modules/*',
        '-not',
        '-path',
        '*/dist/*',
      ],
      { cwd: root, encoding: 'utf8' },
    )
    const sources = known.split('\n').filter(file => /\.tsx?$/.test(file))
    expect(files.length).toBeGreaterThanOrEqual(sources.length)
    expect(production.length).toBeGreaterThan(files.length / 2)
  })

  it('layers import downwards only', () => {
    const wrong = production.filter(({ file, target }) => {
      const from = allowed[layerOf(file)]
      const to = layerOf(target)
      return from && to !== 'package' && !from.includes(to)
    })
    expect(wrong).toEqual([])
  })

  it('the domain is pure: no node, no AWS, no middy, no clock, no chance', () => {
    const wrong = production.filter(
      ({ file, target }) => layerOf(file) === 'packages/domain' && /^(node:|@aws|@middy|aws-|stripe|react)/.test(target),
    )
    expect(wrong).toEqual([])
    const impure = files
      .filter(file => layerOf(file) === 'packages/domain' && !/\.test\.ts$|testing\.ts$/.test(file))
      .filter(file =>
        /\bnew Date\(|\bDate\.now\(|Math\.random\(|process\.env|Temporal\.Now/.test(readFileSync(join(root, file), 'utf8')),
      )
    expect(impure).toEqual([])
  })

  it('nothing in production imports a test or the local host', () => {
    const wrong = production.filter(
      ({ file, target }) => !['dev', 'test', 'package'].includes(layerOf(file)) && /^(dev|test)\//.test(target),
    )
    expect(wrong).toEqual([])
  })
})
