/**
 * Bundles every deployed function with one esbuild call: `functions/api/desk.ts` → `dist/functions/api-desk/index.mjs`.
 * `keepNames` keeps error names readable in logs.
 */
import { copyFileSync, globSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build } from 'esbuild'
import { root } from './node24.mjs'

const folder = join(root, 'functions')
const entries = globSync('**/*.ts', { cwd: folder }).filter(file => !file.endsWith('.test.ts'))

rmSync(join(root, 'dist', 'functions'), { recursive: true, force: true })
const result = await build({
  entryPoints: entries.map(file => ({
    in: join(folder, file),
    out: join(file.replace(/\.ts$/, '').replaceAll('/', '-'), 'index'),
  })),
  outdir: join(root, 'dist', 'functions'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  keepNames: true,
  minify: false,
  sourcemap: 'linked',
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
})
const font = 'NotoSansSC_400Regular.ttf'
copyFileSync(
  join(root, 'node_modules', '@expo-google-fonts', 'noto-sans-sc', '400Regular', font),
  join(root, 'dist', 'functions', 'events-documents', font),
)

if (process.argv.includes('--sizes')) {
  for (const [file, output] of Object.entries(result.metafile.outputs)) {
    if (file.endsWith('.mjs')) console.log(`${relative(root, file)} ${Math.round(output.bytes / 1024)} KiB`)
  }
}
