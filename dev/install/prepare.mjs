/** npm `prepare`: everything that can be built once is built at installation, so that `npm start` is quick. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { lockedNode, restoreNodeLink, root } from './node24.mjs'

restoreNodeLink()
const steps = [
  ['bundle the functions', ['dev/install/bundle.ts']],
  ['synthesize the template', ['infra/bin/app.ts']],
  [
    'build the web app',
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'packages/web/vite.config.ts', '--logLevel', 'warn'],
  ],
]
for (const [what, args] of steps) {
  const run = spawnSync(lockedNode(), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
  })
  if (run.status !== 0) {
    console.error(`pactdesk: could not ${what} (exit ${run.status ?? run.signal})`)
    process.exit(1)
  }
}
