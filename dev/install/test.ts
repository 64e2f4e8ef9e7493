/**
 * `npm test`: types, lint, unused code, then the whole suite in UTC and the pure part again in two other zones.
 * Ends with the plain line `N passed, N failed, N skipped`, also when a step before the suite fails.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockedNode, root } from './node24.mjs'

type Count = { passed: number; failed: number; skipped: number }
const bin = join(root, 'node_modules', '.bin')
const reports = mkdtempSync(join(tmpdir(), 'pactdesk-test-'))
const total: Count = { passed: 0, failed: 0, skipped: 0 }

const run = (command: string, args: string[], env: Record<string, string> = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, ...env } })
    .status === 0

function step(name: string, args: string[]): void {
  const started = Date.now()
  const passed = run(join(bin, args[0]!), args.slice(1))
  total[passed ? 'passed' : 'failed'] += 1
  console.log(`${passed ? 'ok' : 'FAILED'}  ${name} (${Math.round((Date.now() - started) / 1000)} s)`)
}

/** A run that crashes, or that executes nothing, counts as one failure. */
function suite(zone: string, args: string[]): void {
  const file = join(reports, `${zone.replace('/', '-')}.json`)
  const started = Date.now()
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const passed = run(lockedNode(), [vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...args], {
    TZ: zone,
  })
  const count = readCount(file)
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
  if (!passed && count.failed === 0) total.failed += 1
  if (count.passed === 0) total.failed += 1
  console.log(
    `${passed ? 'ok' : 'FAILED'}  suite in ${zone}: ${count.passed} passed (${Math.round((Date.now() - started) / 1000)} s)`,
  )
}

function readCount(file: string): Count {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      numPendingTests: number
      numTodoTests: number
    }
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }
  } catch (error) {
    console.log(`no report of the suite: ${error instanceof Error ? error.message : error}`)
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

step('types', ['tsc', '--noEmit', '-p', 'tsconfig.json'])
step('lint', ['biome', 'ci', '--reporter=summary', '.'])
step('unused code', ['knip'])
suite('UTC', process.argv.slice(2))
for (const zone of ['Asia/Shanghai', 'America/New_York']) suite(zone, ['packages/domain', 'dev/oracle'])
rmSync(reports, { recursive: true, force: true })
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1
