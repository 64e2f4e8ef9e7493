import { join } from 'node:path'
import { Command, Option } from 'commander'
import { root } from '../install/node24.mjs'

const program = new Command('pactdesk')
  .description('Runs Pactdesk on this machine and talks to any Pactdesk')
  .option('--json', 'print results as JSON')
  .option('--url <url>', 'a Pactdesk elsewhere; default: the one that runs from the data folder')
  .addOption(new Option('--data <folder>', 'data folder').default(join(root, '.pactdesk'), '.pactdesk'))
  .option('--as <person>', 'act as this person (e-mail or subject); default: the local administrator')
  .option('--workspace <id>', 'workspace: <provider> or <provider>.<CLIENT>')
  .showHelpAfterError()

export type Globals = { json?: boolean; url?: string; data: string; as?: string; workspace?: string }
const globals = () => program.opts<Globals>()

program
  .command('start')
  .description('brings everything up: functions, table, bus, sign-in, files, mail, Stripe stand-in, web app')
  .option('--port <port>', 'port', value => Number(value), 8080)
  .option('--empty', 'no demo: prints a one-time link for the first administrator')
  .option('--at <instant>', 'business time to start at (ISO UTC), not before the time reached in this folder')
  .action(async options => (await import('./start.ts')).start({ ...globals(), ...options }))

const provider = program.command('provider').description('providers (MSPs) of this installation')
provider
  .command('create')
  .description('makes a provider and its first administrator')
  .requiredOption('--key <key>', 'short id, e.g. chengxin')
  .requiredOption('--name <name>', 'name in the first language')
  .option('--name-en <name>', 'English name')
  .requiredOption('--admin <email>', 'e-mail of the first administrator')
  .option('--admin-name <name>', 'name of the administrator')
  .option('--password <password>', 'password; without one a one-time link is printed')
  .action(async options => (await import('./provider.ts')).createProvider(globals(), options))

program
  .command('token <person>')
  .description('prints an access token of a person known to the local sign-in')
  .action(async person => (await import('./token.ts')).token(globals(), person))

program
  .command('clock [target]')
  .description('shows business time, or steps it forward: an instant or +duration (+30d, +2h)')
  .action(async target => (await import('./clock.ts')).clock(globals(), target))

const importing = program.command('import').description('brings in records from elsewhere')
importing
  .command('incidents <file>')
  .description('replays incidents with their histories from a ServiceNow event log (CSV)')
  .requiredOption('--client <key>', 'client whose contract they are worked under')
  .requiredOption('--zone <zone>', 'IANA zone of the times in the file')
  .requiredOption('--first-day <date>', 'day on which the earliest incident opens; same weekday as in the file')
  .action(async (file, options) => (await import('./import-incidents.ts')).importIncidents(globals(), file, options))

program
  .command('oracle <kind> <file>')
  .description('runs a file of cases through the functions the product calls')
  .action(async (kind, file) => {
    process.exitCode = (await import('./oracle.ts')).oracle(kind, file, globals().json ?? false)
  })

program
  .command('scenario <file>')
  .description('plays a worked month over HTTP on a host of its own and compares every figure')
  .action(async file => {
    process.exitCode = await (await import('./scenario.ts')).scenario(file, globals().json ?? false)
  })

program
  .command('verify')
  .description('checks every invariant over the data folder; 0 checked is a failure')
  .action(async () => {
    process.exitCode = await (await import('./verify.ts')).verify(globals())
  })

program
  .command('rebuild')
  .description('recomputes every projection from history')
  .action(async () => {
    process.exitCode = await (await import('./rebuild.ts')).rebuild(globals())
  })

try {
  await program.parseAsync()
} catch (error) {
  console.error(`pactdesk: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
